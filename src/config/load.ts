import { UserError } from '../errors.ts';
import type { World } from '../world.ts';
import type { Builtin } from './builtin.ts';
import { bare, type Config } from './config.ts';
import { recall } from './kept.ts';
import { type ConfigPlace, configPlace } from './paths.ts';
import { USERS_FILE } from './safe-file.ts';

/** The user's configuration, and where it came from. */
export interface LoadedConfig {
  readonly config: Config;
  /** The file that was read; `undefined` when there is none. */
  readonly path: string | undefined;
  /** For stderr, one line each. */
  readonly warnings: readonly string[];
}

const emptyConfig = (): Config => ({ defaults: {}, profiles: bare({}), providers: bare({}) });

const shadowWarning = ({ path, shadowed }: ConfigPlace): string[] =>
  shadowed.length === 0
    ? []
    : [`There is more than one configuration: ${path} is used, not ${shadowed.join(', ')}`];

/**
 * Loads the user's configuration. Without a file this reads nothing, and where an earlier run
 * has kept what the text means, it loads no parser.
 * @throws UserError when the file is missing although `AI_RUNNER_CONFIG` names it, is not safe to read, or is wrong
 */
export const loadConfig = async (world: World, builtin: Builtin): Promise<LoadedConfig> => {
  const place = configPlace(world);
  if (place.path === undefined || !place.exists) {
    if (place.named) {
      throw new UserError(`AI_RUNNER_CONFIG names ${place.path}, which does not exist`, {
        hint: 'Correct the variable or unset it.',
      });
    }
    return { config: emptyConfig(), path: undefined, warnings: [] };
  }
  const kept = recall(world, place.path, USERS_FILE);
  if (kept !== undefined) return { config: kept.config, path: place.path, warnings: shadowWarning(place) };
  const { readConfig } = await import('./read-config.ts');
  const { config, warnings } = await readConfig(world, place.path, builtin);
  return { config, path: place.path, warnings: [...shadowWarning(place), ...warnings] };
};
