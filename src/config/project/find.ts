import { dirname, join } from 'node:path';
import type { World } from '../../world.ts';
import { isThere } from '../is-there.ts';
import { configPlace } from '../paths.ts';

/** Name of the file in a project's folder; it is YAML or JSON. */
const NAME = '.ai-runnerrc';

/** Device and inode: one file or folder under whatever names. */
const identity = (world: World, path: string | undefined): string | undefined => {
  if (path === undefined) return undefined;
  try {
    const { dev, ino } = world.files.stat(path);
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
};

/** The user's own file is none of a project, whatever way leads to it. */
const isUsers = (world: World, path: string): boolean => {
  const own = identity(world, configPlace(world).path);
  return (
    (own !== undefined && own === identity(world, path)) ||
    identity(world, dirname(path)) === identity(world, world.home)
  );
};

/** The folder and those above it, up to the home folder or the root. */
function* upwards(start: string, home: string | undefined): Generator<string> {
  for (let folder = start; folder !== home; folder = dirname(folder)) {
    yield folder;
    if (folder === dirname(folder)) return;
  }
}

/**
 * The nearest `.ai-runnerrc` in the working directory or above it, outside of the home folder itself.
 * @returns its absolute path; `undefined` when there is none
 */
export const findProjectFile = (world: World): string | undefined => {
  const start = world.cwd();
  if (start === undefined) return undefined;
  for (const folder of upwards(start, world.home)) {
    const path = join(folder, NAME);
    if (isThere(world.files, path)) return isUsers(world, path) ? undefined : path;
  }
  return undefined;
};
