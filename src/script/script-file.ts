import type { Stats } from 'node:fs';
import { unreadable } from '../config/safe-file.ts';
import { isUserError, UserError } from '../errors.ts';
import { LARGEST_PROMPT, tooLarge } from '../run/stdin.ts';
import type { Files } from '../world.ts';
import { readScript, type Script } from './script.ts';

/** As much of the world as reading a script takes. */
export interface ScriptWorld {
  readonly files: Pick<Files, 'stat' | 'readBytes'>;
}

const WHAT = 'The script';

const kindOf = (stats: Stats): string => {
  if (stats.isDirectory()) return 'a folder';
  return stats.isFIFO() ? 'a pipe' : 'a device';
};

const read = ({ files }: ScriptWorld, path: string): Buffer => {
  const stats = files.stat(path);
  // A named pipe would hang and a device never end.
  if (!stats.isFile())
    throw new UserError(`${WHAT} ${path} is ${kindOf(stats)}, not a file`, {
      hint: 'Name a file, or pipe the prompt: … | ai',
    });
  if (stats.size > LARGEST_PROMPT) throw tooLarge(path, stats.size);
  return files.readBytes(path);
};

/** The content of a regular file of at most 10 MiB; `undefined` for everything else. Never hangs. */
export const readCandidate = ({ files }: ScriptWorld, path: string): Buffer | undefined => {
  try {
    const stats = files.stat(path);
    return stats.isFile() && stats.size <= LARGEST_PROMPT ? files.readBytes(path) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Reads the script at `path`, following links.
 * @throws UserError when it is missing, no regular file, not readable or larger than 10 MiB; as {@link readScript}
 */
export const readScriptFile = async (world: ScriptWorld, path: string): Promise<Script> => {
  let bytes: Buffer;
  try {
    bytes = read(world, path);
  } catch (error) {
    throw isUserError(error) ? error : unreadable(WHAT, path, error);
  }
  return readScript(bytes, path);
};
