import type { World } from '../world.ts';
import { isOld, readCache } from './cache.ts';

const OFF = ['AI_NO_UPDATE_CHECK', 'NO_UPDATE_NOTIFIER', 'CI'];

/** Is there something to tell about versions, or to find out? Never without a terminal; costs one small read with one. */
const isDue = (world: World): boolean => {
  if (!world.stderr.isTTY || OFF.some((name) => world.env[name])) return false;
  const { checked, told, latest } = readCache(world);
  return isOld(world, checked) || (latest !== undefined && isOld(world, told));
};

/** Tells of a newer version, at most once a day, and has the package manager asked for it in the background. */
export const remindOfUpdate = async (world: World): Promise<void> => {
  if (!isDue(world)) return;
  const { remind } = await import('./remind.ts');
  remind(world);
};
