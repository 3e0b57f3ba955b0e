import { UserError } from '../errors.ts';
import type { StdinPosition } from './request.ts';

/** What descriptor 0 is, by fstat(2) alone. `null` is /dev/null; `other` is a folder or another device. */
export type StdinKind = 'tty' | 'pipe' | 'socket' | 'file' | 'null' | 'closed' | 'other';

/** How stdin is read. */
export interface StdinOptions {
  /** Bytes; reading stops behind them, so more than that came when more is returned. */
  readonly limit: number;
  /** Time in ms in which the first byte or the end must come; without it, reading goes on to the end. */
  readonly patience?: number;
  /** Asked when that time is over: may something still come? */
  readonly mayStillCome?: () => boolean;
}

/** What stdin held. */
export interface StdinContent {
  readonly bytes: Buffer;
  /** Nothing came, not even an end. */
  readonly silent: boolean;
}

/** Standard input, as a world has it. */
export interface Stdin {
  readonly kind: StdinKind;
  /** @throws Node's own `ErrnoException`, e.g. `EISDIR` */
  read(options: StdinOptions): Promise<StdinContent>;
}

/** Claude Code refuses more than 10 MB of piped input; the same number is ours, in bytes. */
export const LARGEST_PROMPT = 10 * 1024 * 1024;

/**
 * The error for a prompt that no tool takes.
 * @param what where the bytes come from
 * @param size bytes; `undefined` when reading was stopped at the limit
 */
export const tooLarge = (what: string, size: number | undefined): UserError => {
  const limit = `${LARGEST_PROMPT} bytes (10 MiB)`;
  const amount = size === undefined ? `more than ${limit}` : `${size} bytes, more than ${limit}`;
  return new UserError(`${what} has ${amount}`, {
    hint: 'Shorten it, or name the file in the prompt and let the tool read it.',
  });
};

/** Whether stdin is left alone, read to its end, or read if something comes. */
export type StdinRule = 'leave' | 'read' | 'probe';

/**
 * What to do with stdin. A file (`< data`) has an end, so it is read. A pipe or socket may be one that a program holds
 * open and never writes to: jobs of CI, cron and ssh start that way; beside a prompt file it is read only if something
 * comes. A terminal is the user's, and a device has no end that could be waited for.
 *
 * @param hasPrompt whether there is a prompt without it
 * @param isWanted whether the user spoke of stdin, e.g. by `--stdin-position`
 */
export const ruleFor = (kind: StdinKind, hasPrompt: boolean, isWanted: boolean): StdinRule => {
  if (kind === 'tty' || kind === 'null' || kind === 'closed') return 'leave';
  if (kind === 'file' || !hasPrompt) return 'read';
  if (kind === 'other') return 'leave';
  return isWanted ? 'read' : 'probe';
};

const NEWLINE = Buffer.from('\n');

/** Two texts, neither of them empty. */
const joined = (first: Buffer, second: Buffer): Buffer =>
  Buffer.concat(first.at(-1) === NEWLINE[0] ? [first, second] : [first, NEWLINE, second]);

const arranged = (prompt: Buffer, stdin: Buffer, position: StdinPosition): Buffer => {
  if (stdin.length === 0) return prompt;
  if (prompt.length === 0) return stdin;
  return position === 'prepend' ? joined(stdin, prompt) : joined(prompt, stdin);
};

/**
 * Joins prompt and stdin, byte for byte, each on lines of its own.
 * @param position where stdin stands; before the prompt when it was not said
 * @throws UserError when they have more than 10 MiB together
 */
export const compose = (prompt: Buffer, stdin: Buffer, position: StdinPosition = 'prepend'): Buffer => {
  const whole = arranged(prompt, stdin, position);
  if (whole.length > LARGEST_PROMPT) throw tooLarge('the prompt with stdin', whole.length);
  return whole;
};
