import type { Command } from './commands/command.ts';
import { COMMANDS } from './commands/index.ts';
import { isUserError } from './errors.ts';
import { parse } from './parse.ts';
import type { World } from './world.ts';

/** What stderr says about a failure: the thing, then the remedy; for a defect of ours the trace. */
const describe = (error: unknown): string => {
  if (!isUserError(error))
    return `ai: internal error: ${error instanceof Error ? error.stack : String(error)}\n`;
  const hints = (error.hint ?? '').split('\n').filter(Boolean);
  return [`ai: ${error.message}`, ...hints.map((line) => `  ${line}`), ''].join('\n');
};

const asksForHelp = (argv: readonly string[]): boolean => {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).some((word) => word === '--help' || word === '-h');
};

const perform = async (world: World, command: Command, argv: readonly string[]): Promise<number> => {
  if (command.words) return command.words(world, argv);
  if (!asksForHelp(argv)) return command.run(world, parse(argv, command.flags));
  const { commandHelp } = await import('./help.ts');
  world.out(await commandHelp(command, world));
  return 0;
};

const attempt = async (
  world: World,
  command: Command | undefined,
  argv: readonly string[],
): Promise<number> => {
  try {
    if (command) return await perform(world, command, argv);
    return await (await import('./overview.ts')).overview(world);
  } catch (error) {
    world.err(describe(error));
    const status = isUserError(error) ? error.code : 1;
    if (command?.failed) world.out(command.failed(world, argv, status));
    return status;
  }
};

/**
 * Runs one command line. The only place that catches, prints errors and chooses the exit status.
 * @returns the exit status
 */
export const main = async (world: World): Promise<number> => {
  const [name = '', ...argv] = world.argv;
  const command = Object.hasOwn(COMMANDS, name) ? await COMMANDS[name]?.() : undefined;
  return attempt(world, command, argv);
};
