import type { UserError } from '../errors.ts';
import type { World } from '../world.ts';
import type { Builtin } from './builtin.ts';
import { checkConfig } from './check.ts';
import type { Config } from './config.ts';
import type { SyntaxFault } from './json.ts';
import { keep } from './keep.ts';
import type { Recalled } from './kept.ts';
import type { Places } from './locate.ts';
import { type RawFile, readDataFile } from './read-file.ts';
import {
  type ConfigRule,
  type FileRule,
  inspect,
  openToOthers,
  USERS_FILE,
  unreadable,
} from './safe-file.ts';

/** A file that was read and found valid. */
export interface ReadConfig extends Recalled {
  readonly warnings: readonly string[];
}

/** What a file is to the user, and the configuration whose names it may use. */
export interface ReadOptions {
  readonly rule?: ConfigRule;
  readonly base?: Config;
}

const read = (path: string, { what }: FileRule): RawFile => {
  try {
    return readDataFile(path);
  } catch (error) {
    throw unreadable(what, path, error);
  }
};

const placesOf = async (text: string): Promise<Places> => (await import('./locate.ts')).locate(text);

const syntaxError = async (fault: SyntaxFault, path: string, text: string): Promise<UserError> => {
  const { unparsable } = await import('./report.ts');
  return unparsable(
    fault.reason,
    path,
    fault.line === undefined ? (await placesOf(text)).duplicate() : fault,
  );
};

/**
 * Reads and checks one configuration file (absolute path). What only messages need is loaded when there are any.
 * @returns the configuration, and a line for every key that is not known
 * @throws UserError with file, line and path of everything that is wrong
 */
export const readConfig = async (
  world: World,
  path: string,
  builtin: Builtin,
  { rule = USERS_FILE, base }: ReadOptions = {},
): Promise<ReadConfig> => {
  const stats = inspect(world, path, rule);
  const { text, parsed } = read(path, rule);
  if ('fault' in parsed) throw await syntaxError(parsed.fault, path, text);
  const origin = { path, open: openToOthers(stats), ...(base && { base }) };
  const { config, errors, warnings } = checkConfig(parsed.data, builtin, origin);
  if (errors.length === 0 && warnings.length === 0) {
    keep(world, path, rule, text, config);
    return { config, text, stats, warnings: [] };
  }
  const { described, invalid } = await import('./report.ts');
  const places = await placesOf(text);
  // Whoever has to correct the file anyway sees all of it, also what would not stop anything by itself.
  if (errors.length > 0) throw invalid([...errors, ...warnings], path, places);
  return { config, text, stats, warnings: described(warnings, path, places) };
};
