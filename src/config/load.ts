import { UserError } from '../errors.ts';
import type { World } from '../world.ts';
import type { Builtin } from './builtin.ts';
import type { Config } from './config.ts';
import { type ConfigPlace, configPlace } from './paths.ts';

/** The user's configuration, and where it came from. */
export interface LoadedConfig {
  readonly config: Config;
  /** The file that was read; `undefined` when there is none. */
  readonly path: string | undefined;
  /** For stderr, one line each. */
  readonly warnings: readonly string[];
}

/** Records without a prototype: a profile called `toString` exists only if somebody wrote it. */
const emptyConfig = (): Config => ({
  defaults: {},
  profiles: Object.create(null) as Config['profiles'],
  providers: Object.create(null) as Config['providers'],
});

const shadowWarning = ({ path, shadowed }: ConfigPlace): string[] =>
  shadowed.length === 0
    ? []
    : [`There is more than one configuration: ${path} is used, not ${shadowed.join(', ')}`];

/**
 * Loads the user's configuration. Without a file this reads nothing and loads no parser.
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
  const { readConfig } = await import('./read-config.ts');
  const { config, warnings } = await readConfig(world, place.path, builtin);
  return { config, path: place.path, warnings: [...shadowWarning(place), ...warnings] };
};
