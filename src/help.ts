import type { Command } from './commands/command.ts';
import type { Flag } from './flags.ts';
import type { World } from './world.ts';

/** Columns of the help; a narrower terminal has fewer. */
export const WIDTH = 80;

const optionOf = (flag: Flag) => {
  const [name = '', ...alias] = flag.names;
  const shape = flag.value === undefined ? { type: 'boolean' as const } : { type: 'string' as const };
  return [
    name,
    {
      alias,
      describe: flag.summary,
      ...shape,
      group: `${flag.group ?? 'Flags'}:`,
      ...(flag.choices && { choices: flag.choices }),
    },
  ] as const;
};

/** yargs has words of its own for these two. */
const isOwn = ({ names: [name = ''] }: Flag): boolean => name !== 'help' && name !== 'version';

/** The help of one command, laid out by yargs. */
export const commandHelp = async (command: Command, world: World): Promise<string> => {
  const { default: yargs } = await import('yargs');
  const program = command.name === 'sessions' ? 'ai-sessions' : `ai ${command.name}`;
  const builder = yargs([])
    .scriptName(program)
    .usage(`Usage: $0 ${command.operands ?? '[flags]'}\n\n${command.summary}`)
    .options(Object.fromEntries(command.flags.filter(isOwn).map(optionOf)))
    .example(command.examples.map(([line, does]) => [line, does] as [string, string]))
    .version(false)
    .help('help', 'Show this help')
    .group('help', 'Flags:')
    .wrap(Math.min(WIDTH, world.stdout.columns))
    .detectLocale(false);
  return `${await builder.getHelp()}\n`;
};
