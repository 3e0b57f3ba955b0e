import './run/parser.ts';
import type { Flag } from '../../src/flags.ts';
import { parse } from '../../src/parse.ts';

const FLAGS: readonly Flag[] = [
  { names: ['json'], summary: '', excludes: ['quiet', 'form'] },
  { names: ['quiet', 'q'], summary: '' },
  { names: ['form'], value: 'F', summary: '' },
  { names: ['long'], summary: '' },
];

test.each([
  [['--json', '--quiet'], '--json and --quiet exclude each other'],
  [['-q', '--json'], '--json and --quiet exclude each other'],
  [['--form', 'x', '--json'], '--json and --form exclude each other'],
])('%j: flags that contradict each other are refused', async (argv, message) => {
  await expect(parse(argv, FLAGS)).rejects.toThrow(message);
});

test.each([[['--json', '--long']], [['--quiet', '--form', 'x']], [['--json', '--', '--quiet']]])(
  '%j: others are not',
  async (argv) => {
    await expect(parse(argv, FLAGS)).resolves.toBeDefined();
  },
);

/** What came of it: the arguments, or the message. */
const outcome = async (argv: readonly string[]): Promise<unknown> =>
  parse(argv, FLAGS).catch((error: unknown) => String(error));

const WORDS = [
  '--json',
  '-q',
  '--q',
  '--long',
  '-long',
  '--form',
  '--form=x',
  '--form=',
  '--form=a=b',
  '--long=x',
];
const VALUES = [
  'x',
  'true',
  '5',
  '0x1',
  '-5',
  '-',
  '',
  ' y',
  '"x"',
  "'x'",
  '"',
  'a\nb',
  '--json',
  '--nope',
  'ö',
];
const ALL = [...WORDS, ...VALUES];
const LINES = [[], ...ALL.flatMap((word) => [[word], ...ALL.map((next) => [word, next])])];

// Behind `--` nothing is plain, so that the parser itself is asked.
test.each([...LINES, ...VALUES.map((value) => ['--long', '--form', value, '-q', value])])(
  '%j, %j: what needs no parser is what the parser makes of it',
  async (...argv) => {
    expect(await outcome(argv)).toEqual(await outcome([...argv, '--']));
  },
);
