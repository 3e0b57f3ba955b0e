import isNewer from 'semver/functions/gt.js';
import isVersion from 'semver/functions/valid.js';
import type { World } from '../world.ts';

/** Is it a version, and newer than this one? */
export const isNews = (world: World, latest: string | undefined): latest is string =>
  latest !== undefined && isVersion(latest) !== null && isNewer(latest, world.version);

/** What there is to say about a newer version. */
export const news = (world: World, latest: string): string =>
  `AI Runner ${latest} is out, this is ${world.version}: ai update`;
