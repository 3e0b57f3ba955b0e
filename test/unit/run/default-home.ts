import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { files } from '../../../src/node/files.ts';
import type { Selection } from '../../../src/plan/selection.ts';
import { keepDefault } from '../../../src/run/keep-default.ts';
import type { RunRequest } from '../../../src/run/request.ts';
import type { Files } from '../../../src/world.ts';
import { type Home, type HomeOptions, makeHome } from '../config/home.ts';
import { NOTHING } from './request.ts';

export const NAME = '.ai-runnerrc';

/** A home whose files are real; single operations may be replaced. */
export const realHome = (options: HomeOptions = {}, others: Partial<Files> = {}): Home => {
  const home = makeHome(options);
  return { ...home, world: { ...home.world, files: { ...files, ...others } } };
};

export const ask = ({ world }: Home, request: Partial<RunRequest>): Promise<void> =>
  keepDefault(world, { ...NOTHING, ...request });

export const setDefault = (home: Home, selection: Selection): Promise<void> =>
  ask(home, { setDefault: true, selection });

export const clearDefault = (home: Home): Promise<void> => ask(home, { clearDefault: true });

/** What was said, the home folder as `~`. */
export const said = (home: Home): string => home.said.join('').replaceAll(home.path, '~');

export const textOf = (home: Home, name = NAME): string => readFileSync(join(home.path, name), 'utf8');

/** The text of the file after a default was asked for. */
export const edited = async (name: string, before: string, asked: Selection | 'clear'): Promise<string> => {
  const home = realHome();
  home.plant(name, before);
  await (asked === 'clear' ? clearDefault(home) : setDefault(home, asked));
  return textOf(home, name);
};

/** Names and contents of what lies in the home folder. */
export const contents = (home: Home): string[] =>
  readdirSync(home.path).map((name) => {
    const path = join(home.path, name);
    return `${name} ${lstatSync(path).isFile() ? readFileSync(path, 'latin1') : ''}`;
  });

export const modeOf = (path: string): number => statSync(path).mode & 0o7777;
