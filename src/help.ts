import type { Command } from './commands/command.ts';
import { listed, optionOf } from './help/flags.ts';
import { examples, widthFor, withHeadlines } from './help/text.ts';
import type { World } from './world.ts';

/** What starts a command, e.g. `ai env`. */
export const programOf = ({ name, program }: Command): string => program ?? `ai ${name}`;

const usage = (command: Command): string =>
  [
    `Usage: ${programOf(command)} ${command.operands ?? '[flags]'}`.trimEnd(),
    command.summary,
    ...(command.details ?? []),
  ].join('\n\n');

/** The help of one command: yargs lays out its words and flags. */
export const commandHelp = async (command: Command, world: World): Promise<string> => {
  const { default: yargs } = await import('yargs');
  const width = widthFor(world);
  const text = await yargs([])
    .usage(usage(command))
    .options(Object.fromEntries(listed(command.flags).map(optionOf)))
    .version(false)
    .help(false)
    .wrap(width)
    .detectLocale(false)
    .getHelp();
  const shown = command.examples.length > 0 ? `\n\nExamples:\n${examples(command.examples, width)}` : '';
  return withHeadlines(`${text}${shown}\n`, world);
};
