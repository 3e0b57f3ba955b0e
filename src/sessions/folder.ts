import type { Stats } from 'node:fs';
import type { World } from '../world.ts';
import { errno } from './errno.ts';

/** What is in a folder of ours, the reason why nothing in it may be touched, or why it could not be read. */
export type Folder =
  | { readonly names: readonly string[] }
  | { readonly refused: string }
  | { readonly failed: string; readonly cause: unknown };

/**
 * Somebody else's folder is left alone by root as well: its owner could turn it into a link while we read and delete.
 */
const refusal = (world: World, stats: Stats): string | undefined => {
  if (stats.isSymbolicLink()) return 'it is a symbolic link';
  if (!stats.isDirectory()) return 'it is not a folder';
  return world.uid >= 0 && stats.uid !== world.uid
    ? `it belongs to another user (uid ${stats.uid})`
    : undefined;
};

/** Lists a folder below the program's own one; a missing folder is empty. */
export const openFolder = (world: World, path: string): Folder => {
  try {
    const refused = refusal(world, world.files.lstat(path));
    return refused === undefined ? { names: world.files.list(path) } : { refused };
  } catch (cause) {
    const failed = errno(cause);
    if (failed === undefined) throw cause;
    return failed === 'ENOENT' ? { names: [] } : { failed, cause };
  }
};
