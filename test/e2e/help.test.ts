import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { COMMAND_NAMES } from '../../src/command-names.ts';
import { type ListedCommand, reference } from '../support/commands.ts';
import { runProgram } from '../support/run.ts';
import { type Sandbox, useSharedSandbox } from '../support/sandbox.ts';

const { commands, topics } = reference();
const box = useSharedSandbox();

/** What a program writes to a terminal of that width. */
const onTerminal = (sandbox: Sandbox, argv: readonly string[], cols: number, env = {}): Promise<string> =>
  new Promise((resolve) => {
    const [program = '', ...args] = argv;
    let text = '';
    const pty = spawn(program, args, { cwd: sandbox.work, env: { ...sandbox.env, ...env }, cols, rows: 50 });
    pty.onData((data) => {
      text += data;
    });
    pty.onExit(() => resolve(text.replaceAll('\r\n', '\n')));
  });

/** Every screen of help: the list, each command by both of its ways, each topic. */
const SCREENS: readonly (readonly string[])[] = [
  ['ai', 'help'],
  ...commands.map(({ name }) => ['ai', 'help', name]),
  ...topics.map(({ name }) => ['ai', 'help', name]),
];

const isExample = (line: string): boolean =>
  commands.some(({ examples }) => examples.some(([example]) => line.trimStart().startsWith(example)));

const titled = (argv: readonly string[]) => [argv.join(' '), argv] as const;

describe.each(SCREENS.map(titled))('%s', (_title, argv) => {
  test('fits a pipe: 80 columns, plain, nothing on stderr', () => {
    const result = runProgram(box, argv);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(result.stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]| $|\[(?:boolean|string|choices)/m);
    expect(result.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(result.stdout).toMatch(/[^\n]\n$/);
  });

  test.each([40, 63, 200])('fits a terminal of %d columns', async (columns) => {
    const lines = stripVTControlCharacters(await onTerminal(box, argv, columns)).split('\n');
    const width = Math.min(columns, 80);
    // A command line is never broken, so that it can be copied.
    expect(lines.filter((line) => line.length > width && !isExample(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(3);
  });
});

test('headlines are bold on a terminal, unless somebody asks for none', async () => {
  expect(await onTerminal(box, ['ai', 'help', 'env'], 80)).toContain('\x1b[1mProviders:\x1b[22m\n');
  for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }])
    expect(await onTerminal(box, ['ai', 'help', 'env'], 80, env)).not.toContain('\x1b');
});

test('the list has every command and topic once', () => {
  const { stdout } = runProgram(box, ['ai', '--help']);
  for (const { name } of [...commands, ...topics]) {
    expect(stdout.match(new RegExp(`^  ${name}(?:  |$)`, 'gm'))).toHaveLength(1);
  }
  for (const argv of [
    ['ai', 'help'],
    ['ai', '-h'],
    ['ai', 'help', '--help'],
  ])
    expect(runProgram(box, argv).stdout).toBe(stdout);
});

test('a mistyped word is compared with every command', () => {
  expect([...COMMAND_NAMES].sort()).toEqual(commands.map(({ name }) => name).sort());
});

const spelled = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);

/** The flags that stand in the left column, in order. */
const shownFlags = (help: string): string[] =>
  help
    .split('\nExamples:')[0]
    ?.split('\n')
    .filter((line) => /^ {2,6}-/.test(line))
    .flatMap((line) => (line.trim().split('  ')[0] ?? '').match(/(?<![\w-])--?[a-z][\w-]*/g) ?? []) ?? [];

describe.each(commands.map((command) => [command.name, command] as const))('%s', (_name, command) => {
  const help = (): string => runProgram(box, ['ai', 'help', command.name]).stdout;

  test('every flag is listed once, with its value and choices', () => {
    const text = help();
    const expected = command.flags.flatMap(({ names }) => names.map(spelled));
    expect([...shownFlags(text)].sort()).toEqual([...expected].sort());
    for (const { names, value } of command.flags.filter((flag) => flag.value !== undefined))
      expect(text).toContain(`${spelled(names[0] ?? '')} ${value}`);
    for (const { choices = [] } of command.flags)
      expect(text.replace(/\s+/g, ' ')).toContain(choices.join(', '));
  });

  test('both ways to it show the same', () => {
    for (const flag of ['--help', '-h'])
      expect(runProgram(box, ['ai', command.name, flag])).toMatchObject({ status: 0, stdout: help() });
  });

  test('it says what it is for, and shows how', () => {
    expect(command.summary).toMatch(/^[A-Z].*[^.]$/);
    expect(command.examples.length).toBeGreaterThan(0);
  });
});

const programs = commands.filter(({ program }) => /^ai-\w+$/.test(program)).map(({ program }) => program);

test.each(programs)('%s --help is the help of its command', (program) => {
  const { stdout } = runProgram(box, [program, '--help']);
  expect(stdout).toContain(`Usage: ${program} `);
  expect(runProgram(box, ['ai', 'help', program]).stdout).toBe(stdout);
});

test.each([
  [['ai', 'stauts'], '"stauts" is neither', 'did you mean `ai status`?'],
  [['ai', 'help', 'confg'], 'no help on "confg"', 'did you mean `ai help config`?'],
  [['ai', 'help', 'zzzzzz'], 'no help on "zzzzzz"', '`ai help` lists'],
  [['ai', 'help', 'supervise'], 'no help on "supervise"', '`ai help` lists'],
  [['ai', 'help', 'env', 'run'], 'one command or topic', 'run'],
])('%j: says what is wrong, and the nearest name', (argv, problem, remedy) => {
  const result = runProgram(box, argv);
  expect(result).toMatchObject({ status: 2, stdout: '' });
  expect(result.stderr).toContain(problem);
  expect(result.stderr).toContain(remedy);
});

test.each(['use', 'off'])('ai %s without the integration says what to do', (word) => {
  const result = runProgram(box, ['ai', word]);
  expect(result).toMatchObject({ status: 2, stdout: '' });
  expect(result.stderr).toContain('ai init');
});

const isRun = ({ name }: ListedCommand): boolean => name === 'run';

test('a run has help before any file, tool or configuration is looked at', () => {
  const [run] = commands.filter(isRun);
  expect(run?.program).toBe('ai [run]');
  box.plant('.ai-runnerrc', 'nonsense: [');
  expect(runProgram(box, ['ai', '--aws', '--help'])).toMatchObject({ status: 0, stderr: '' });
});
