import type { World } from '../world.ts';
import type { Builtin } from './builtin.ts';
import { checkConfig } from './check.ts';
import type { Config } from './config.ts';
import { type RawFile, readDataFile } from './read-file.ts';
import { inspect, openToOthers, unreadable } from './safe-file.ts';

const RULE = { what: 'The configuration', maxSize: 1024 * 1024 } as const;

/** A file that was read and found valid. */
export interface ReadConfig {
  readonly config: Config;
  readonly warnings: readonly string[];
}

const read = (path: string): RawFile => {
  try {
    return readDataFile(path);
  } catch (error) {
    throw unreadable(RULE.what, path, error);
  }
};

const messages = async (text: string) => {
  const [report, { locate }] = await Promise.all([import('./report.ts'), import('./locate.ts')]);
  return { ...report, places: await locate(text) };
};

/**
 * Reads and checks one configuration file (absolute path). What only messages need is loaded when there are any.
 * @returns the configuration, and a line for every key that is not known
 * @throws UserError with file, line and path of everything that is wrong
 */
export const readConfig = async (world: World, path: string, builtin: Builtin): Promise<ReadConfig> => {
  const stats = inspect(world, path, RULE);
  const { text, parsed } = read(path);
  if ('fault' in parsed) {
    const { unparsable, places } = await messages(text);
    throw unparsable(parsed.fault, path, places);
  }
  const { config, errors, warnings } = checkConfig(parsed.data, builtin, { path, open: openToOthers(stats) });
  if (errors.length === 0 && warnings.length === 0) return { config, warnings: [] };
  const { describe, invalid, places } = await messages(text);
  if (errors.length > 0) throw invalid(errors, path, places);
  return { config, warnings: warnings.map((warning) => describe(warning, path, places)) };
};
