import { type Config, EMPTY_CONFIG } from '../config/config.ts';
import { loadConfig } from '../config/load.ts';
import { configPlace } from '../config/paths.ts';
import { isUserError } from '../errors.ts';
import { BUILTIN } from '../start/decide.ts';
import type { World } from '../world.ts';

/** The configuration that applies, or an empty one and what is wrong with the file. */
export interface KnownConfig {
  readonly config: Config;
  /** The file in use; `undefined` where there is none. */
  readonly path: string | undefined;
  /** As `ai config validate` says them, a line each. */
  readonly problems: readonly string[];
  readonly hint: string | undefined;
  readonly warnings: readonly string[];
}

/** Reads the configuration; one that is wrong is no failure here. */
export const knownConfig = async (world: World): Promise<KnownConfig> => {
  try {
    const { config, path, warnings } = await loadConfig(world, BUILTIN);
    return { config, path, problems: [], hint: undefined, warnings };
  } catch (error) {
    if (!isUserError(error)) throw error;
    const { path } = configPlace(world);
    const { message, hint } = error;
    return { config: EMPTY_CONFIG, path, problems: message.split('\n'), hint, warnings: [] };
  }
};
