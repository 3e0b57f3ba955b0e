import { UserError } from '../errors.ts';
import type { World } from '../world.ts';
import { mayStillWrite } from './pipe-writers.ts';
import { LARGEST_PROMPT, ruleFor, type StdinContent, tooLarge } from './stdin.ts';

/** Long enough for a program that has its data at hand, short enough for a job that has none. */
const PATIENCE_MS = 1000;

const SILENT =
  'stdin is open, but nothing came within 1 s: it is not read (`< /dev/null` saves the wait, --stdin-position waits for it)';

/** What was piped to us. */
export interface Piped {
  readonly bytes: Buffer;
  /** For stderr, one line each. */
  readonly warnings: readonly string[];
}

const NOTHING: Piped = { bytes: Buffer.alloc(0), warnings: [] };

const unreadable = (error: unknown): UserError => {
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  const message = code === 'EISDIR' ? 'stdin is a folder' : `stdin cannot be read (${code})`;
  return new UserError(message, { hint: 'Redirect a file or pipe a program into it.', cause: error });
};

/**
 * Reads what was piped or redirected to us, as {@link ruleFor} says. Silence is not taken for the end while a neighbour in
 * the pipeline lives: `slow | ai task.md` gets its data however long it takes.
 *
 * @param hasPrompt whether there is a prompt without it; if not, stdin is the prompt and read to its end
 * @param isWanted whether the user spoke of stdin, e.g. by `--stdin-position`
 * @throws UserError when there are more than 10 MiB, or it cannot be read
 */
export const readPiped = async (world: World, hasPrompt: boolean, isWanted: boolean): Promise<Piped> => {
  const rule = ruleFor(world.stdin.kind, hasPrompt, isWanted);
  if (rule === 'leave') return NOTHING;
  const probe = { patience: PATIENCE_MS, mayStillCome: () => mayStillWrite(world) };
  let content: StdinContent;
  try {
    content = await world.stdin.read({ limit: LARGEST_PROMPT, ...(rule === 'probe' && probe) });
  } catch (error) {
    throw unreadable(error);
  }
  const { bytes, silent } = content;
  if (bytes.length > LARGEST_PROMPT) throw tooLarge('stdin', undefined);
  return { bytes, warnings: silent ? [SILENT] : [] };
};
