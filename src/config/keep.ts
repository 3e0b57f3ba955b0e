import { dirname } from 'node:path';
import type { World } from '../world.ts';
import type { Config } from './config.ts';
import { isKeepable } from './keepable.ts';
import { headOf, isSafe, type KeptPlace, keptPlace, LARGEST_KEPT } from './kept.ts';
import type { ConfigRule } from './safe-file.ts';
import { isSection } from './tidy.ts';

/** Is it what JSON can say? A date, for one, would come back as a text. */
const isData = (value: unknown): boolean =>
  Array.isArray(value) || isSection(value)
    ? Object.values(value).every(isData)
    : typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

/** Nothing is made in a home of somebody else (`sudo -E`), who could not write there any more. */
const makeFolders = (world: World, { home, folder }: KeptPlace): void => {
  if (world.files.stat(dirname(home)).uid !== world.uid) return;
  world.files.makeFolder(home);
  world.files.makeFolder(folder);
};

const isSafeYet = (world: World, place: KeptPlace): boolean => {
  try {
    return isSafe(world, place);
  } catch {
    return false;
  }
};

const write = (world: World, place: KeptPlace, content: string): void => {
  if (!isSafeYet(world, place)) makeFolders(world, place);
  if (isSafe(world, place)) world.files.keep(place.file, content);
};

/**
 * Keeps what a configuration file means for {@link recall}, unless it may hold a secret, is too large or would not come back
 * as it is. Where nothing can be written, the next run reads the file again.
 * @param config what `text` means, without errors and warnings
 */
export const keep = (world: World, path: string, rule: ConfigRule, text: string, config: Config): void => {
  try {
    const place = keptPlace(world, path, rule);
    // What reads the file says of a blank one that it is empty.
    if (place === undefined || text === '' || !isData(config) || !isKeepable(text, config)) return;
    const json = JSON.stringify(config);
    const content = headOf(place, path, text) + json + json;
    if (Buffer.byteLength(content) > LARGEST_KEPT) return;
    write(world, place, content);
  } catch {}
};
