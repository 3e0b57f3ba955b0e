import { isUserError } from '../errors.ts';
import type { World } from '../world.ts';
import type { Builtin } from './builtin.ts';
import { type LoadedConfig, loadConfig } from './load.ts';
import { findProjectFile } from './project/find.ts';

/**
 * The configuration that holds in the working directory: the user's, and over it what the project's own file may say.
 * @throws UserError as {@link loadConfig}, and when the project's file is wrong or needs trust that it does not have
 */
export const effectiveConfig = async (world: World, builtin: Builtin): Promise<LoadedConfig> => {
  const loaded = await loadConfig(world, builtin);
  const file = findProjectFile(world);
  if (file === undefined) return loaded;
  const { withProject } = await import('./project/project.ts');
  return withProject(world, loaded, file, builtin);
};

/** The same for what only looks: where the project's file does not hold, the user's own does. */
export const visibleConfig = async (world: World, builtin: Builtin): Promise<LoadedConfig> => {
  try {
    return await effectiveConfig(world, builtin);
  } catch (error) {
    if (!isUserError(error)) throw error;
    return loadConfig(world, builtin);
  }
};
