import { dirname, join } from 'node:path';
import { runnerHome } from '../sessions/paths.ts';
import type { World } from '../world.ts';
import { readSmallJson } from './small-file.ts';

/** What was learned of a program, under the version of the program that it is true of. */
export interface Learned {
  readonly key: string;
  readonly [name: string]: unknown;
}

const pathOf = (world: World, name: string): string => join(runnerHome(world), 'cache', `${name}.json`);

/** What was learned under this key before; `undefined` for another key, and where the file is missing or damaged. */
export const learned = (world: World, name: string, key: string): Learned | undefined => {
  try {
    const known = readSmallJson(world, pathOf(world, name)) as Learned | null | undefined;
    return known?.key === key ? known : undefined;
  } catch {
    return undefined;
  }
};

/** Keeps what was learned. Where nothing can be written, the program is asked again. */
export const keepLearned = (world: World, name: string, data: Learned): void => {
  try {
    const path = pathOf(world, name);
    world.files.makeFolder(dirname(path));
    world.files.replace(path, `${JSON.stringify(data)}\n`);
  } catch {}
};
