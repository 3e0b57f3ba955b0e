import type { Files, World } from '../world.ts';
import { errno } from './errno.ts';

/** Bytes; a session file has a few hundred. */
const LARGEST = 64 * 1024;

/** The text of a small file, the reason why it was left alone, or neither: it is gone. */
export type SmallFile = { readonly text: string } | { readonly refused: string } | undefined;

const REFUSALS: Readonly<Record<string, string>> = {
  ELOOP: 'it is a symbolic link',
  EFBIG: `it is larger than ${LARGEST / 1024} KiB`,
};

/** Milliseconds in which a shell that has begun a file has surely written it. */
const WRITING_MS = 2000;

/** Has the file been changed so recently that its shell may still be writing? */
export const isFresh = ({ files, now }: Pick<World, 'files' | 'now'>, path: string): boolean => {
  try {
    return Math.abs(now() - files.lstat(path).mtimeMs) < WRITING_MS;
  } catch (error) {
    if (errno(error) === undefined) throw error;
    return true;
  }
};

/** What is no regular file is none of ours: a link leads elsewhere, a pipe says something else each time. */
export const refusal = (files: Files, path: string): string | undefined => {
  try {
    const stats = files.lstat(path);
    if (stats.isFile()) return undefined;
    return stats.isSymbolicLink() ? REFUSALS.ELOOP : 'it is not a regular file';
  } catch (error) {
    if (errno(error) === undefined) throw error;
    return undefined;
  }
};

/**
 * Reads a file of at most {@link LARGEST} bytes. A link is not followed, and the other end of a pipe not waited for.
 *
 * @throws what `readSmall` throws, other than a failed system call
 */
export const readOrRefuse = (files: Files, path: string): SmallFile => {
  try {
    return { text: files.readSmall(path, LARGEST) };
  } catch (error) {
    const code = errno(error);
    if (code === 'ENOENT') return undefined;
    if (code === undefined) throw error;
    return { refused: REFUSALS[code] ?? `it cannot be read (${code})` };
  }
};
