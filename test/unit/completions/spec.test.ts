import '../run/parser.ts';
import { COMMANDS } from '../../../src/commands/index.ts';
import { COMPLETIONS } from '../../../src/completions/index.ts';
import { type CommandSpec, specOf } from '../../../src/completions/spec.ts';
import type { Flag } from '../../../src/flags.ts';

const flag = (name: string, more: Partial<Flag> = {}): Flag => ({ names: [name], summary: name, ...more });

const commandOf = (flags: readonly Flag[]): CommandSpec => {
  const [command] = specOf([{ name: 'c', summary: 'C', flags }], {}).commands;
  if (!command) throw new Error('no command');
  return command;
};

const gone = (flags: readonly Flag[]): Record<string, readonly string[]> =>
  Object.fromEntries(commandOf(flags).rows.map((row) => [row.names[0], row.gone]));

test('flags that choose one thing exclude each other, in every spelling', () => {
  const flags = [
    flag('one', { chooses: 'x' }),
    { names: ['two', 't', 'zwei'], summary: '', chooses: 'x' },
    flag('three', { chooses: 'y' }),
  ];
  expect(gone(flags)).toMatchObject({
    '--one': ['--two', '-t', '--zwei'],
    '--two': ['--one'],
    '--three': [],
  });
});

test('a contradiction that one side names holds for both', () => {
  const flags = [flag('json', { excludes: ['quiet'] }), flag('quiet'), flag('other')];
  expect(gone(flags)).toMatchObject({ '--json': ['--quiet'], '--quiet': ['--json'], '--other': [] });
});

test.each([
  ['a switch', flag('a'), ''],
  ['choices', flag('a', { value: 'A', choices: ['low', 'high'] }), 'words low high'],
  ['a kind', flag('a', { value: 'A', completes: 'profile' }), 'profile'],
  ['neither', flag('a', { value: 'A' }), 'any'],
])('the value of %s', (_title, given, takes) => {
  expect(commandOf([given]).rows[0]?.takes).toBe(takes);
});

test('every command has its help, once; hidden ones are left out', () => {
  const commands = [
    { name: 'plain', summary: '', flags: [] },
    { name: 'own', summary: '', flags: [flag('help')] },
    { name: 'secret', summary: '', flags: [], hidden: true },
  ];
  const rows = specOf(commands, {}).commands.map(({ name, rows }) => [name, rows.map(({ names }) => names)]);
  expect(rows).toEqual([
    ['plain', [['--help', '-h']]],
    ['own', [['--help']]],
  ]);
});

describe('the commands of the program', () => {
  const load = async () => {
    const commands = await Promise.all(Object.values(COMMANDS).map((each) => each()));
    return { commands, spec: specOf(commands, {}) };
  };

  test('ai use takes what ai env does, but for what only a program needs; ai off has only its help', async () => {
    const { spec } = await load();
    const names = (command: string) =>
      spec.commands.find(({ name }) => name === command)?.rows.map((row) => row.names[0]);
    const env = names('env') ?? [];
    expect(env).toEqual(expect.arrayContaining(['--aws', '--shell', '--unset']));
    expect(names('use')).toEqual(env.filter((name) => name !== '--shell' && name !== '--unset'));
    expect(names('off')).toEqual(['--help']);
  });

  test('every name that a flag excludes is that of a flag', async () => {
    const { commands } = await load();
    for (const { name, flags } of commands) {
      const known = flags.map(({ names }) => names[0]);
      for (const { excludes = [] } of flags)
        expect([name, known]).toEqual([name, expect.arrayContaining([...excludes])]);
    }
  });

  test('every word of a command that is listed for people is completed', async () => {
    const { commands } = await load();
    const config = commands.find(({ name }) => name === 'config');
    const shown = config?.operands?.split(' ')[0]?.split('|');
    expect(config?.actions?.map(({ name }) => name)).toEqual(shown);
  });
});

test('data reaches each shell as text, whatever is in it', () => {
  const summary = `it's $(x) \`y\` "z" \\ %s`;
  const spec = specOf([{ name: 'c', summary, flags: [flag('a', { summary })] }], {
    tool: [["o'ne", summary]],
  });
  const files = { engine: '', register: '' };
  const texts = Object.entries(COMPLETIONS).map(([shell, { text }]) => [shell, text(spec, files)] as const);
  expect(Object.fromEntries(texts)).toMatchObject({
    bash: expect.stringContaining(`'o'\\''ne'`),
    zsh: expect.stringContaining(`'it'\\''s $(x) \`y\` "z" \\ %s'`),
    fish: expect.stringContaining(`'it\\'s $(x) \`y\` "z" \\\\ %s'`),
  });
});
