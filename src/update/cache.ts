import { join } from 'node:path';
import { runnerHome } from '../sessions/paths.ts';
import type { World } from '../world.ts';

/** What is known about versions; times in ms since the epoch, 0 for never. */
export interface UpdateCache {
  /** When the package manager was asked, or was to be asked, last. */
  readonly checked: number;
  /** When the user was told last. */
  readonly told: number;
  /** A version that was newer than the one that asked. */
  readonly latest?: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** More than a day apart; a time in the future is a clock that was wrong. */
export const isOld = (world: World, time: number): boolean => Math.abs(world.now() - time) >= DAY_MS;

const NOTHING: UpdateCache = { checked: 0, told: 0 };
/** Bytes. */
const LARGEST = 1024;

const pathOf = (world: World): string => join(runnerHome(world), 'update.json');

/** Reads the cache; one that is missing or damaged says that nothing is known. */
export const readCache = (world: World): UpdateCache => {
  try {
    const { checked, told, latest } = JSON.parse(world.files.readSmall(pathOf(world), LARGEST));
    return {
      checked: Number(checked) || 0,
      told: Number(told) || 0,
      ...(typeof latest === 'string' && { latest }),
    };
  } catch {
    return NOTHING;
  }
};

/** Keeps the cache, 0600; `false` where that is not possible. */
export const writeCache = (world: World, cache: UpdateCache): boolean => {
  try {
    world.files.makeFolder(runnerHome(world));
    world.files.replace(pathOf(world), `${JSON.stringify(cache)}\n`);
    return true;
  } catch {
    return false;
  }
};
