import { UserError } from '../errors.ts';
import { escapeText } from '../text/escape.ts';
import type { CommandResult, World } from '../world.ts';
import { checkedSecret, withoutLineEnd } from './value.ts';

/** ms */
const TIME_LIMIT = 10_000;

/** How a program that prints a secret is named and helped in messages. */
export interface ProgramTexts {
  /** e.g. `command pass`; its arguments may tell what they should not. */
  readonly source: string;
  /** What to do when the program does not exist. */
  readonly missing: string;
  /** What to do when it fails or prints nothing. */
  readonly failed: string;
}

const howItFailed = ({ status, stdout, error }: CommandResult): string | undefined => {
  if (error?.code === 'ETIMEDOUT') return `did not finish within ${TIME_LIMIT / 1000} s`;
  if (error !== undefined) return `could not be run (${error.code ?? 'unknown error'})`;
  if (status === null) return 'was killed';
  if (status !== 0) return `failed with status ${status}`;
  return withoutLineEnd(stdout) === '' ? 'printed nothing' : undefined;
};

/**
 * Runs a program without a shell and takes what it prints, without the line end, for a secret. What it says
 * on stderr is passed on to the user.
 * @throws UserError when it is missing, fails, takes longer than 10 s or prints no secret; shows no argument
 */
export const secretFromProgram = (world: World, argv: readonly string[], texts: ProgramTexts): string => {
  const result = world.run(argv, { env: world.env, timeoutMs: TIME_LIMIT, stdout: 'capture' });
  const name = escapeText(texts.source);
  if (result.stderr !== '') world.err(result.stderr);
  if (result.error?.code === 'ENOENT') {
    throw new UserError(`The ${name} was not found`, { hint: texts.missing });
  }
  const failure = howItFailed(result);
  if (failure !== undefined) {
    throw new UserError(`The ${name} ${failure}`, { hint: texts.failed });
  }
  return checkedSecret(withoutLineEnd(result.stdout), `the ${name}`);
};
