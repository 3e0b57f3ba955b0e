import { join } from 'node:path';
import type { World } from '../world.ts';
import { errno } from './errno.ts';
import { openFolder } from './folder.ts';
import { temporaryFolder } from './paths.ts';
import type { Remove } from './removal.ts';

/** Names of files that are written beside a session file and renamed to it at once. */
const HALF_WRITTEN = /\.(?:new|tmp)$/;

/** Seconds after which a file that was to be renamed at once has been abandoned. */
const HALF_WRITTEN_AGE = 60;

/** Seconds after which no run needs its temporary file any more. */
const TEMPORARY_AGE = 300;

const isOldFile = (world: World, path: string, age: number): boolean => {
  try {
    const stats = world.files.lstat(path);
    return stats.isFile() && world.now() - stats.mtimeMs > age * 1000;
  } catch (error) {
    if (errno(error) === undefined) throw error;
    return false;
  }
};

const sweep = (world: World, folder: string, names: readonly string[], age: number, remove: Remove): void => {
  for (const name of names) {
    const path = join(folder, name);
    if (isOldFile(world, path, age)) remove(path);
  }
};

/** Deletes what interrupted writers left in the sessions folder. @param names - of that folder's other files */
export const sweepHalfWritten = (
  world: World,
  folder: string,
  names: readonly string[],
  remove: Remove,
): void => {
  const halfWritten = names.filter((name) => HALF_WRITTEN.test(name));
  sweep(world, folder, halfWritten, HALF_WRITTEN_AGE, remove);
};

/** Deletes what killed runs left among the temporary files; a folder that we cannot read holds nothing of ours. */
export const sweepTemporaries = (world: World, remove: Remove): void => {
  const path = temporaryFolder(world);
  const folder = openFolder(world, path);
  if ('names' in folder) sweep(world, path, folder.names, TEMPORARY_AGE, remove);
};
