import { isAbsolute, join } from 'node:path';
import { UserError } from '../errors.ts';
import type { World } from '../world.ts';

/** A relative folder must stay the same one when the shell changes its directory. */
const absolute = (world: World, path: string): string =>
  isAbsolute(path) ? path : join(world.cwd() ?? '/', path);

/**
 * The program's own folder: `AI_RUNNER_HOME` (an empty value counts as unset, a relative one starts at the
 * working directory), else `~/.ai-runner`.
 *
 * @throws UserError when neither that variable nor a home folder exists
 */
export const runnerHome = (world: World): string => {
  const chosen = world.env.AI_RUNNER_HOME;
  if (chosen) return absolute(world, chosen);
  if (world.home) return absolute(world, join(world.home, '.ai-runner'));
  throw new UserError('there is no home folder to look for sessions in', {
    hint: 'Set HOME, or AI_RUNNER_HOME to the folder to use.',
  });
};

/** Where shells write their session files. @throws UserError like {@link runnerHome} */
export const sessionsFolder = (world: World): string => join(runnerHome(world), 'sessions');

/** Prompt files and other temporaries of runs. @throws UserError like {@link runnerHome} */
export const temporaryFolder = (world: World): string => join(runnerHome(world), 'tmp');
