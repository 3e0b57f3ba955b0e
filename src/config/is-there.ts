import type { Files } from '../world.ts';

/** Is there anything, also a link that leads nowhere? False also when it cannot be seen. */
export const isThere = (files: Files, path: string): boolean => {
  try {
    files.lstat(path);
    return true;
  } catch {
    return false;
  }
};
