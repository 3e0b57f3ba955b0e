import { COMMANDS } from './commands/index.ts';
import { UsageError } from './errors.ts';
import { WIDTH } from './help.ts';
import { nearest } from './nearest.ts';
import type { World } from './world.ts';

/** `ai` without a command, `ai --help`, `ai --version`, or a command that does not exist. */
export const overview = async (world: World): Promise<number> => {
  const [word = '--help'] = world.argv;
  if (word === '--version' || word === '-V') {
    world.out(`${world.version}\n`);
    return 0;
  }
  if (word !== '--help' && word !== '-h' && word !== 'help') {
    const guess = nearest(word, Object.keys(COMMANDS));
    throw new UsageError(
      `unknown command ${word}`,
      guess === undefined ? 'ai --help lists the commands' : `did you mean \`ai ${guess}\`?`,
    );
  }
  const { default: yargs } = await import('yargs');
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const builder = yargs([])
    .scriptName('ai')
    .usage('Usage: $0 COMMAND [flags]\n\nRuns AI coding tools on the provider of your choice, per terminal.');
  for (const { name, summary, examples } of commands.filter(({ hidden }) => !hidden)) {
    builder.command(name, summary);
    builder.example(examples.slice(0, 2).map(([line, does]) => [line, does] as [string, string]));
  }
  world.out(
    `${await builder.version(false).help('help', 'Show help').wrap(Math.min(WIDTH, world.stdout.columns)).detectLocale(false).getHelp()}\n`,
  );
  return 0;
};
