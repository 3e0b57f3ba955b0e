import { type Config, EMPTY_CONFIG } from '../config/config.ts';
import { effectiveConfig } from '../config/effective.ts';
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
  /** The project's file that counts too. */
  readonly project: string | undefined;
  /** As `ai config validate` says them, a line each. */
  readonly problems: readonly string[];
  readonly hint: string | undefined;
  readonly warnings: readonly string[];
}

/** Reads the configuration; one that is wrong is no failure here. */
export const knownConfig = async (world: World): Promise<KnownConfig> => {
  try {
    const { config, path, warnings } = await effectiveConfig(world, BUILTIN);
    const project = config.project?.path;
    return { config, path, project, problems: [], hint: undefined, warnings };
  } catch (error) {
    if (!isUserError(error)) throw error;
    // A project's file that is wrong leaves the user's own.
    const own = await loadConfig(world, BUILTIN).catch(() => undefined);
    const path = own ? own.path : configPlace(world).path;
    const { message, hint } = error;
    const problems = message.split('\n');
    const config = own?.config ?? EMPTY_CONFIG;
    return { config, path, project: undefined, problems, hint, warnings: [] };
  }
};
