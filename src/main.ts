import { attempt } from './attempt.ts';
import { COMMANDS } from './commands/index.ts';
import type { World } from './world.ts';

/**
 * Runs one command line.
 * @returns the exit status
 */
export const main = async (world: World): Promise<number> => {
  const [name = ''] = world.argv;
  const command = Object.hasOwn(COMMANDS, name) ? await COMMANDS[name]?.() : undefined;
  return attempt(world, command);
};
