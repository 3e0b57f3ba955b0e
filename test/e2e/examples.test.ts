import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ListedCommand, reference } from '../support/commands.ts';
import { type Playground, playground } from '../support/playground.ts';
import { PACKAGE } from '../support/sandbox.ts';

const { commands } = reference();

let machine: Playground;
beforeEach(async () => {
  machine = await playground();
});
afterEach(() => machine.close());

const works = async (line: string): Promise<void> => {
  const { status, stderr } = await machine.type(line);
  expect({ line, status, stderr }).toEqual({ line, status: 0, stderr });
  expect(stderr).not.toMatch(/command not found|internal error|Traceback/i);
};

const linesOf = ({ examples }: ListedCommand): string[] => examples.map(([line]) => line);

describe.each(commands.map((command) => [command.name, linesOf(command)] as const))(
  'the examples of `ai help %s`',
  (_name, lines) => {
    test.each(lines)('%s', works);
  },
);

const overview = (help: string): string[] =>
  (help.split('Examples:\n')[1] ?? '')
    .split('\n\n')[0]
    ?.split('\n')
    .map((line) => line.trim().split(/ {2,}/)[0] ?? '') ?? [];

test('the examples of `ai help`', async () => {
  const lines = overview((await machine.type('ai help')).stdout);
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) await works(line);
});

const readme = readFileSync(join(PACKAGE, 'README.md'), 'utf8');
const typed = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(([, text = '']) => text.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  // What installs things, starts this test or needs the line before it.
  .filter((line) => line !== '' && !line.startsWith('#') && !/^(?:npm|claude|ai_off)\b/.test(line));

test('the README has examples', () => {
  expect(typed.length).toBeGreaterThan(5);
});

test.each(typed)('README: %s', works);
