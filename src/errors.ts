/** Exit codes of every command: `0` ok, `1` failed, `2` the command line was wrong. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/**
 * An expected failure: something the user can act on. `message` names the thing, `hint` the remedy.
 * Everything else that is thrown is a defect of ours and is reported as one.
 */
export class UserError extends Error {
  readonly hint: string | undefined;
  readonly code: number;

  constructor(message: string, options: { hint?: string; code?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'UserError';
    this.hint = options.hint;
    this.code = options.code ?? EXIT.failed;
  }
}

/** A wrong command line (exit status 2): unknown flag, two providers, a flag without its value. */
export class UsageError extends UserError {
  constructor(message: string, hint?: string) {
    super(message, { code: EXIT.usage, ...(hint === undefined ? {} : { hint }) });
    this.name = 'UsageError';
  }
}

/** By name, not by class: a part of the program that is loaded later has its own copy of the class. */
export const isUserError = (error: unknown): error is UserError =>
  error instanceof Error && (error.name === 'UserError' || error.name === 'UsageError');

/**
 * What `work` comes to; `undefined` where it fails in a way that the user can act on.
 * @throws what `work` throws besides
 */
export const orUndefined = async <Result>(
  work: () => Result | Promise<Result>,
): Promise<Result | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
};
