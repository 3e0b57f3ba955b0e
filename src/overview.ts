import type { Command } from './commands/command.ts';
import { COMMANDS } from './commands/index.ts';
import { UsageError } from './errors.ts';
import { examples, type Row, rows, widthFor, withHeadlines } from './help/text.ts';
import { TOPICS } from './help/topics/index.ts';
import type { Topic } from './help/topics/topic.ts';
import { commandHelp } from './help.ts';
import { nearest } from './nearest.ts';
import { wrapText } from './text/wrap.ts';
import type { World } from './world.ts';

const INTRO =
  'Claude Code and Codex on the provider of your choice, per terminal. Without a command, `ai` runs the tool.';

const MORE = '`ai help COMMAND` (or `ai COMMAND --help`) has its flags and examples; `man ai` has all of it.';

/** One for each of the things that people do. */
const EXAMPLES: readonly Row[] = [
  ['eval "$(ai env --aws --opus)"', 'this bash or zsh talks to AWS Bedrock'],
  ['ai env --aws --opus | source', 'the same in fish'],
  ['ai --aws --opus', 'Claude Code on AWS Bedrock'],
  ['ai --ollama script.md', 'a prompt file, with a local model'],
  ['cat data.json | ai summarize.md', 'the data, then the prompt'],
  ['ai-sessions', 'what runs where'],
];

const SECTIONS = [
  ['Sessions', 'Sessions of your shells'],
  ['Runs', 'Runs of the tool'],
  ['Setup', 'Set-up and information'],
] as const;

const section = (title: string, all: readonly Row[], width: number, least = 0): string[] =>
  all.length === 0 ? [] : [`${title}:\n${rows(all, width, least)}`];

const listOf = (commands: readonly Command[], width: number, least: number): string[] =>
  SECTIONS.flatMap(([group, title]) => {
    const members = commands.filter((command) => !command.hidden && (command.group ?? 'Setup') === group);
    return section(
      title,
      members.map(({ name, summary }) => [name, summary]),
      width,
      least,
    );
  });

const all = (): Promise<Command[]> => Promise.all(Object.values(COMMANDS).map((load) => load()));

const everything = async (world: World): Promise<string> => {
  const width = widthFor(world);
  const commands = await all();
  const topics = TOPICS.map(({ name, title }): Row => [name, title]);
  const least = width < 60 ? 0 : Math.max(...commands.map(({ name }) => name.length));
  return [
    'Usage: ai [flags] [FILE]\n       ai COMMAND [flags]',
    wrapText(INTRO, width).join('\n'),
    ...listOf(commands, width, least),
    ...section('Help topics', topics, width, least),
    `Examples:\n${examples(EXAMPLES, width)}`,
    wrapText(MORE, width).join('\n'),
  ].join('\n\n');
};

const topicHelp = ({ title, intro, sections }: Topic, width: number): string =>
  [
    `${title}.`,
    wrapText(intro, width).join('\n'),
    ...sections.flatMap((each) => section(each.title, each.rows, width)),
  ].join('\n\n');

const helpOn = async (world: World, word: string): Promise<string> => {
  const name = word.replace(/^ai-(?=.)/, '');
  const command = Object.hasOwn(COMMANDS, name) ? await COMMANDS[name]?.() : undefined;
  if (command && !command.hidden) return commandHelp(command, world);
  const topic = TOPICS.find((each) => each.name === name);
  if (topic) return withHeadlines(`${topicHelp(topic, widthFor(world))}\n`, world);
  const visible = (await all()).filter(({ hidden }) => !hidden);
  const guess = nearest(
    name,
    [...visible, ...TOPICS].map((each) => each.name),
  );
  throw new UsageError(
    `there is no help on "${word}"`,
    guess === undefined ? '`ai help` lists the commands and topics' : `did you mean \`ai help ${guess}\`?`,
  );
};

const unknown = (word: string): UsageError => {
  const guess = nearest(word, Object.keys(COMMANDS));
  return new UsageError(
    `unknown command ${word}`,
    guess === undefined ? '`ai help` lists the commands' : `did you mean \`ai ${guess}\`?`,
  );
};

/** `ai help [WORD]`, `ai --help`, `ai --version`, or a command that does not exist. */
export const overview = async (world: World): Promise<number> => {
  const [word = '--help', ...others] = world.argv;
  if (word === '--version' || word === '-V') {
    world.out(`${world.version}\n`);
    return 0;
  }
  if (word !== '--help' && word !== '-h' && word !== 'help') throw unknown(word);
  const [about, extra] = others.filter((each) => each !== '--help' && each !== '-h');
  if (extra !== undefined)
    throw new UsageError(`\`ai help\` takes one command or topic, not also "${extra}"`);
  world.out(
    about === undefined ? withHeadlines(`${await everything(world)}\n`, world) : await helpOn(world, about),
  );
  return 0;
};
