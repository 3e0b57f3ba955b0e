import type { Files, World } from '../world.ts';

const LIMIT_BYTES = 1024 * 1024;

/** Is it a regular file (after links)? False also when it cannot be seen. */
export const isFile = (files: Files, path: string): boolean => {
  try {
    return files.stat(path).isFile();
  } catch {
    return false;
  }
};

/**
 * The text of a regular file of at most 1 MiB; `undefined` when there is none to read. A FIFO or a device is
 * never opened: reading it could wait for ever.
 */
export const readSmall = ({ files }: Pick<World, 'files'>, path: string): string | undefined => {
  try {
    const stats = files.stat(path);
    return stats.isFile() && stats.size <= LIMIT_BYTES ? files.read(path) : undefined;
  } catch {
    return undefined;
  }
};

/** The parsed JSON of such a file; `undefined` also when it is no JSON. Tolerates a byte order mark. */
export const readSmallJson = (world: Pick<World, 'files'>, path: string): unknown => {
  const content = readSmall(world, path);
  try {
    return content === undefined ? undefined : JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
};
