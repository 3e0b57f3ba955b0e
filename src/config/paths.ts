import { join, resolve } from 'node:path';
import type { World } from '../world.ts';

/** Names of the user's file in the home folder; the first one that exists is used. */
export const CONFIG_NAMES = [
  '.ai-runnerrc',
  '.ai-runnerrc.yaml',
  '.ai-runnerrc.yml',
  '.ai-runnerrc.json',
] as const;

/** Where the user's configuration is. */
export interface ConfigPlace {
  /** The file in use, or the one that would be; `undefined` without a home folder. */
  readonly path: string | undefined;
  readonly exists: boolean;
  /** Whether `AI_RUNNER_CONFIG` named it. */
  readonly named: boolean;
  /** Files of the home folder that are not read because `path` comes first. */
  readonly shadowed: readonly string[];
}

/** An absolute path: `~` and `~/` mean the home folder, everything else is relative to the working directory. */
export const absolute = (world: World, path: string): string => {
  if (world.home !== undefined && (path === '~' || path.startsWith('~/'))) {
    return join(world.home, path.slice(1));
  }
  return resolve(world.cwd() ?? '/', path);
};

const ABSENT = new Set(['ENOENT', 'ENOTDIR']);

/** Whether something of that name is there; a link that leads nowhere is, so that it is not passed over in silence. */
const present = (world: World, path: string): boolean => {
  try {
    world.files.lstat(path);
    return true;
  } catch (error) {
    return !ABSENT.has((error as NodeJS.ErrnoException).code ?? '');
  }
};

/** Finds the user's configuration file: `AI_RUNNER_CONFIG`, else one of {@link CONFIG_NAMES} in the home folder. */
export const configPlace = (world: World): ConfigPlace => {
  const named = world.env.AI_RUNNER_CONFIG;
  if (named !== undefined && named !== '') {
    const path = absolute(world, named);
    return { path, exists: present(world, path), named: true, shadowed: [] };
  }
  const { home } = world;
  if (home === undefined) return { path: undefined, exists: false, named: false, shadowed: [] };
  const [first, ...shadowed] = CONFIG_NAMES.map((name) => join(home, name)).filter((path) =>
    present(world, path),
  );
  return { path: first ?? join(home, CONFIG_NAMES[0]), exists: first !== undefined, named: false, shadowed };
};
