import type { Stats } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { runnerHome } from '../sessions/paths.ts';
import { fnv1a } from '../text/fnv.ts';
import type { World } from '../world.ts';
import { bare, type Config } from './config.ts';
import { type ConfigRule, inspect, withoutMark } from './safe-file.ts';

/** Bytes of a kept file: the text, and twice what it means. */
export const LARGEST_KEPT = 65_536;

/** What a file without errors and warnings says. */
export interface Recalled {
  readonly config: Config;
  /** Its text, without a byte order mark. */
  readonly text: string;
  readonly stats: Stats;
}

/** Where the checked content of a configuration file is kept. */
export interface KeptPlace {
  /** The program's own folder, e.g. `~/.ai-runner`. */
  readonly home: string;
  /** The folder `cache` in it. */
  readonly folder: string;
  /** The file for one configuration; a few of them may have to take turns in it. */
  readonly file: string;
  /** The build of the program that has checked the text. */
  readonly build: string;
}

/** One of 16 digits for a path, so that no number of configurations fills the folder. */
const slotOf = (path: string): string => (fnv1a(path) >>> 28).toString(16);

/**
 * Where what the file at `path` means is kept; `undefined` where nothing is kept: from source, on a platform without user ids,
 * and in a folder whose path is relative.
 * @throws UserError without a home folder
 */
export const keptPlace = (world: World, path: string, { kept }: ConfigRule): KeptPlace | undefined => {
  const { build, uid, env } = world;
  if (build === undefined || uid === -1 || (env.AI_RUNNER_HOME && !isAbsolute(env.AI_RUNNER_HOME)))
    return undefined;
  const home = runnerHome(world);
  const folder = join(home, 'cache');
  return { home, folder, file: join(folder, `${kept}.${slotOf(path)}.bin`), build };
};

const OTHERS = 0o077;
const OTHERS_WRITE = 0o022;

const isOurs = ({ uid }: World, stats: Stats, mask: number): boolean =>
  stats.uid === uid && (stats.mode & mask) === 0;

/**
 * Could nobody else have put a file into the folder, or another folder in its place?
 * @throws Node's own `ErrnoException` where there is no folder
 */
export const isSafe = (world: World, { home, folder }: KeptPlace): boolean => {
  const [outer, inner] = [world.files.stat(home), world.files.lstat(folder)];
  return (
    outer.isDirectory() &&
    isOurs(world, outer, OTHERS_WRITE) &&
    inner.isDirectory() &&
    isOurs(world, inner, OTHERS)
  );
};

const readSafely = (world: World, place: KeptPlace): string => {
  const stats = world.files.lstat(place.file);
  const isSafeFile = stats.isFile() && stats.nlink === 1 && isOurs(world, stats, OTHERS);
  return isSafeFile && isSafe(world, place) ? world.files.readSmall(place.file, LARGEST_KEPT) : '';
};

/** What a kept file begins with when it is about this very text; the length tells where that ends. */
export const headOf = ({ build }: KeptPlace, path: string, text: string): string =>
  `${JSON.stringify([build, path, text.length])}\n${text}\n`;

/** The configuration as checking made it. */
const restored = (json: string): Config => {
  const config = JSON.parse(json) as Config;
  return { ...config, profiles: bare(config.profiles), providers: bare(config.providers) };
};

/** It stands there twice, so that a damaged one shows. */
const repeated = (text: string): string | undefined => {
  const half = text.slice(0, text.length / 2);
  return half + half === text ? half : undefined;
};

/**
 * What a configuration file (absolute path) was found to mean by an earlier run of this build. Never out of date: the text
 * that it was made of is compared with that of the file.
 * @returns `undefined` when the file has to be read and checked
 * @throws UserError when the file is not safe to read, see {@link inspect}
 */
export const recall = (world: World, path: string, rule: ConfigRule): Recalled | undefined => {
  const stats = inspect(world, path, rule);
  try {
    const place = keptPlace(world, path, rule);
    if (place === undefined) return undefined;
    const kept = readSafely(world, place);
    const text = withoutMark(world.files.read(path));
    const head = headOf(place, path, text);
    const json = kept.startsWith(head) ? repeated(kept.slice(head.length)) : undefined;
    return json === undefined ? undefined : { config: restored(json), text, stats };
  } catch {
    return undefined;
  }
};
