import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fakeTool, inWork } from '../support/fake-tool.ts';
import { ai } from '../support/run-sandbox.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';

const box = useSandbox({ env: AWS_KEYS });
const config = () => existsSync(join(box.home, '.ai-runnerrc'));

beforeEach(() => fakeTool(box));

test.each([
  ['--aws --set-default --resume', '--set-default', '--resume'],
  ['--aws --set-default -p hello', '--set-default', '-p hello'],
  ['--aws --set-default -- words', '--set-default', 'words'],
  ['--aws --set-default --skip --live', '--set-default', '--skip --live'],
  ['--aws --set-default --fallback vertex', '--set-default', '--fallback'],
  ['--clear-default --resume', '--clear-default', '--resume'],
])('ai %s: nothing is kept, as the rest would be dropped', async (line, flag, rest) => {
  const { status, stderr } = await ai(box, line.split(' '));
  expect([status, stderr.split('\n')[0]]).toEqual([
    2,
    `ai: ${flag} without a prompt file starts nothing that ${rest} could be for`,
  ]);
  expect(config()).toBe(false);
});

test('with a prompt file there is a run that they are for', async () => {
  const words = ['--aws', '--set-default', '--resume', 'abc', inWork(box, 'task.md', 'hi')];
  expect(await ai(box, words)).toMatchObject({ status: 0, stdout: 'done\n' });
  expect([box.read('args'), config()]).toEqual([expect.stringContaining('--resume\nabc\n'), true]);
});

test.each(['--live', '--fallback ollama', '--stdin-position append'])(
  '%s in an interactive run: a warning says that it does nothing',
  async (line) => {
    const { status, stderr } = await ai(box, ['--aws', ...line.split(' ')]);
    const [flag] = line.split(' ');
    expect([status, stderr.split('\n')[0]]).toEqual([
      0,
      `ai: warning: without a prompt file or a piped prompt ${flag} has no effect`,
    ]);
  },
);

test.each([
  ['--aws --fallback nope', 'unknown provider "nope"'],
  ['--aws --fallback ollama,nope', 'unknown provider "nope"'],
  ['--codex --aws --fallback vertex', 'Codex CLI cannot use Google Vertex AI'],
  ['--fallback nope', 'unknown provider "nope"'],
  ['--fallback vertex', '--fallback goes on from a provider, and none is chosen'],
  ['--aws --set-default --fallback nope', 'unknown provider "nope"'],
])('ai %s: a provider that nobody could go on with is found before the run', async (line, message) => {
  const { status, stderr } = await ai(box, [...line.split(' '), inWork(box, 'task.md', 'hi')]);
  expect([status, stderr.split('\n')[0], config()]).toEqual([2, `ai: ${message}`, false]);
});
