import isVersion from 'semver/functions/valid.js';
import type { World } from '../world.ts';
import { readCache, writeCache } from './cache.ts';
import { type Install, PACKAGE } from './install.ts';
import { isNews } from './news.ts';

const LIMIT_MS = 60_000;

/** The newest version that the user's registry has, asked through the package manager; `undefined` when it does not say. */
export const newestVersion = (world: World, asks: Install['asks']): string | undefined => {
  const { status, stdout } = world.run([asks, 'view', PACKAGE, 'version'], {
    env: world.env,
    timeoutMs: LIMIT_MS,
    stdout: 'capture',
  });
  const version = status === 0 ? isVersion(stdout.trim()) : null;
  if (version === null) return undefined;
  const { told } = readCache(world);
  writeCache(world, { checked: world.now(), told, ...(isNews(world, version) && { latest: version }) });
  return version;
};
