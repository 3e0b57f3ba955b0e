import type { Config } from '../../../src/config/config.ts';
import { recall } from '../../../src/config/kept.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { USERS_FILE } from '../../../src/config/safe-file.ts';
import { files } from '../../../src/node/files.ts';
import type { World } from '../../../src/world.ts';
import { falsifyKept } from '../../support/kept.ts';
import { BUILTIN, type Home, makeHome } from './home.ts';

/** A home with a configuration, and where that is. */
export interface KeptHome extends Home {
  readonly file: string;
}

/** A home whose configuration is kept, as a build of the program has it. */
export const homeWith = (text: string, name = '.ai-runnerrc', mode = 0o600): KeptHome => {
  const home = makeHome();
  const world: World = { ...home.world, build: 'one', files };
  return { ...home, world, file: home.plant(name, text, mode) };
};

/** Loads the configuration as a command does. */
export const load = ({ world }: Home): Promise<Config> =>
  loadConfig(world, BUILTIN).then(({ config }) => config);

/** What was kept of it, as far as that is believed. */
export const recalled = ({ world, file }: KeptHome): Config | undefined =>
  recall(world, file, USERS_FILE)?.config;

/** One after a run that has kept it, and after somebody has made that say something else. */
export const falsified = async (): Promise<KeptHome> => {
  const home = homeWith('defaults: { tier: opus }\n');
  await load(home);
  falsifyKept(home.path, 'opus', 'haiku');
  expect((await load(home)).defaults.tier).toBe('haiku');
  return home;
};
