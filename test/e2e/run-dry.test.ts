import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fakeTool, inWork } from '../support/fake-tool.ts';
import { ai, expectClean } from '../support/run-sandbox.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';

const box = useSandbox({ env: AWS_KEYS });
const hasRun = (): boolean => existsSync(box.file('args'));

beforeEach(() => fakeTool(box));
afterEach(() => {
  expect(hasRun()).toBe(false);
  expectClean(box);
});

test('shows the session, the command and the prompt, and starts nothing', async () => {
  const file = inWork(
    box,
    'task.md',
    '#!/usr/bin/env -S ai --aws\n---\nvars: { name: you }\n---\nHello \x1b{{name}}\n',
  );
  const { status, stdout, stderr } = await ai(box, [
    '--dry-run',
    '--opus',
    '--resume',
    'a b',
    file,
    '--name',
    'me',
  ]);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Claude Code · AWS Bedrock · .*opus.* · paid by: cloud\n/);
  expect(stdout).toContain('  + CLAUDE_CODE_USE_BEDROCK=1\n');
  expect(stdout).toMatch(/^Command: \/.*\/claude .*--resume 'a b'.*$/m);
  expect(stdout).toMatch(/\nPrompt, on stdin \(\d+ bytes\):\n {2}Hello \\x1bme\n$/);
  for (const secret of Object.values(AWS_KEYS).filter((value) => value.length > 15)) {
    expect(stdout).not.toContain(secret);
  }
});

test('shows a piped prompt, and an interactive run without one', async () => {
  const piped = await ai(box, ['--aws', '--dry-run'], { stdin: 'hi\n' });
  expect(piped.stdout).toMatch(/\nPrompt, on stdin \(3 bytes\):\n {2}hi\n$/);
  const interactive = await ai(box, ['--aws', '--dry-run']);
  expect(interactive.stdout).toMatch(/\nCommand: \/.*\/claude.*\n$/);
});

test('names the providers to go on with, and how the tool is asked then', async () => {
  const words = ['--aws', '--dry-run', '--fallback', 'pro', inWork(box, 'task.md', 'hi')];
  const { stdout } = await ai(box, words);
  expect(stdout).toContain('\nGoes on with: pro\n');
  expect(stdout).toMatch(/^Command: .*stream-json/m);
});

test('leaves no settings file behind, and only names it', async () => {
  box.plant('.claude/settings.json', JSON.stringify({ env: { ANTHROPIC_UNIX_SOCKET: '/tmp/socket' } }));
  const { stdout } = await ai(box, ['--aws', '--dry-run']);
  expect(stdout).toMatch(/^Command: .*--settings FILE/m);
});

test.each(['--set-default', '--clear-default'])(
  'changes no default: with %s it is an error',
  async (flag) => {
    const { status, stderr } = await ai(box, ['--dry-run', flag]);
    expect([status, stderr]).toEqual([2, expect.stringContaining(flag)]);
    expect(existsSync(join(box.home, '.ai-runnerrc'))).toBe(false);
  },
);
