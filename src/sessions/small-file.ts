import type { Files } from '../world.ts';
import { errno } from './errno.ts';

/** Bytes; a session file has a few hundred. */
export const LARGEST = 64 * 1024;

/** The text of a small regular file, the reason why it was left alone, or neither: it is gone. */
export type SmallFile = { readonly text: string } | { readonly refused: string } | undefined;

/** Why this kind of file is not opened: a pipe or device could block or act, a link leads out of the folder. */
const refusal = (stats: ReturnType<Files['lstat']>): string | undefined => {
  if (stats.isSymbolicLink()) return 'it is a symbolic link';
  if (!stats.isFile()) return 'it is not a regular file';
  return stats.size > LARGEST ? `it is larger than ${LARGEST / 1024} KiB` : undefined;
};

/**
 * Reads a file of at most {@link LARGEST} bytes and never opens anything but a regular file.
 *
 * @throws what `lstat` or `read` throw, other than the file being gone or closed to us
 */
export const readSmall = (files: Files, path: string): SmallFile => {
  try {
    const refused = refusal(files.lstat(path));
    return refused === undefined ? { text: files.read(path) } : { refused };
  } catch (error) {
    const code = errno(error);
    if (code === 'ENOENT') return undefined;
    if (code === undefined) throw error;
    return { refused: `it cannot be read (${code})` };
  }
};
