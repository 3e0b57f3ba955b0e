import type { Command } from './commands/command.ts';
import { isUserError } from './errors.ts';
import { parse, refuseWords } from './parse.ts';
import { escapeText } from './text/escape.ts';
import type { World } from './world.ts';

/** What stderr says about a failure: the thing, then the remedy; for a defect of ours the trace. */
const describe = async (world: World, error: unknown): Promise<string> => {
  if (!isUserError(error)) {
    const { readable } = await import('./trace.ts');
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `ai: internal error: ${readable(world, text)}\n`;
  }
  const hints = (error.hint ?? '').split('\n').filter(Boolean);
  const lines = [`ai: ${error.message}`, ...hints.map((line) => `  ${line}`)].join('\n').split('\n');
  return `${lines.map(escapeText).join('\n')}\n`;
};

const asksForHelp = (argv: readonly string[]): boolean => {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).some((word) => word === '--help' || word === '-h');
};

const perform = async (world: World, command: Command, argv: readonly string[]): Promise<number> => {
  if (command.words) return command.words(world, argv);
  if (!asksForHelp(argv)) {
    const args = await parse(argv, command.flags);
    if (command.operands === undefined) refuseWords(args, command.flags);
    return command.run(world, args);
  }
  const { commandHelp } = await import('./help.ts');
  world.out(await commandHelp(command, world));
  return 0;
};

/** Has the shell that evaluates stdout fail as well; a stdout that cannot be written is what has been reported. */
const fail = (world: World, { failed }: Command, argv: readonly string[], status: number): void => {
  if (!failed) return;
  try {
    world.out(failed(world, argv, status));
  } catch {}
};

/**
 * Carries out a command with the words behind its name; without a command, what there is to say without one. The only place
 * that catches, prints errors and chooses the exit status.
 * @returns the exit status
 */
export const attempt = async (world: World, command: Command | undefined): Promise<number> => {
  const argv = world.argv.slice(1);
  try {
    if (command) return await perform(world, command, argv);
    return await (await import('./overview.ts')).overview(world);
  } catch (error) {
    world.err(await describe(world, error));
    const status = isUserError(error) ? error.code : 1;
    if (command) fail(world, command, argv, status);
    return status;
  }
};
