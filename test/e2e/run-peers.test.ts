import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fakeTool, inWork, ownProvider } from '../support/fake-tool.ts';
import { isRunning } from '../support/is-running.ts';
import { environment, runProgram } from '../support/run.ts';
import { ai, expectClean, leftovers, noted, processesWith, startAi, until } from '../support/run-sandbox.ts';
import { useSandbox } from '../support/sandbox.ts';

/** What goes wrong in the launchers of others: one test a defect. Further ones are in the tests of scripts and clean-up. */
const box = useSandbox({ env: { OWN_KEY: 'own-key' } });

const KEYS = {
  ANTHROPIC_API_KEY: 'other-anthropic-key',
  AWS_BEARER_TOKEN_BEDROCK: 'other-bedrock-key',
  ANTHROPIC_FOUNDRY_API_KEY: 'other-foundry-key',
  VERCEL_AI_GATEWAY_TOKEN: 'other-vercel-token',
  OPENAI_API_KEY: 'other-openai-key',
  CODEX_API_KEY: 'other-codex-key',
};

const received = (): string[] => JSON.stringify(environment(box, 'env')).match(/other-[a-z-]+/g) ?? [];

beforeEach(() => {
  ownProvider(box);
  fakeTool(box);
  inWork(box, 'task.md', 'the prompt\n');
});

test('the credential that was found is the one that the tool gets', async () => {
  expect(await ai(box, ['--aws', 'task.md'], { env: KEYS })).toMatchObject({ status: 0 });
  expect(environment(box, 'env')).toMatchObject({
    AWS_BEARER_TOKEN_BEDROCK: 'other-bedrock-key',
    CLAUDE_CODE_USE_BEDROCK: '1',
  });
});

test.each([
  ['--aws', 'claude', ['other-bedrock-key']],
  ['--azure', 'claude', ['other-foundry-key']],
  ['--vercel', 'claude', ['other-vercel-token']],
  ['--codex --apikey', 'codex', ['other-codex-key']],
])('%s: keys of other providers do not reach the tool', async (flags, name, own) => {
  fakeTool(box, [], name);
  ownProvider(box, {}, { azure: { resource: 'mine' } });
  expect(await ai(box, [...flags.split(' '), 'task.md'], { env: KEYS })).toMatchObject({ status: 0 });
  expect(new Set(received())).toEqual(new Set(own));
});

test.each([
  ['ollama', 'OLLAMA_HOST'],
  ['lmstudio', 'LMSTUDIO_HOST'],
])(
  'a local server that is down: %s is refused, and nobody who is paid gets the prompt',
  async (name, variable) => {
    const end = await ai(box, [`--${name}`, 'task.md'], { env: { ...KEYS, [variable]: '127.0.0.1:1' } });
    expect(end).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('127.0.0.1:1') });
    expect(existsSync(box.file('args'))).toBe(false);
    expect(leftovers(box)).toEqual([]);
  },
);

describe.each([
  ['a flag', (text: string) => ai(box, ['--apikey', '--model', text, 'task.md'])],
  [
    'a first line',
    (text: string) => {
      inWork(box, 'run.md', `#!/usr/bin/env -S ai --apikey --model "${text}"\nprompt\n`, 0o755);
      return ai(box, [], { program: './run.md' });
    },
  ],
  [
    'front matter',
    (text: string) => {
      inWork(box, 'run.md', `---\nprovider: apikey\nmodel: '${text}'\n---\nprompt\n`);
      return ai(box, ['run.md']);
    },
  ],
])('the name of a model that is code, in %s', (_where, start) => {
  test.each(['`touch HACKED`', 'a;touch HACKED;', '|touch HACKED'])('%s is only a name', async (text) => {
    fakeTool(box, ['ai-sessions >"$out/listing"; ai-status >"$out/status" 2>&1']);
    await start(text);
    expect(environment(box, 'env').ANTHROPIC_MODEL).toBe(text);
    expect(box.read('listing')).toContain(`Model: ${text}`);
    expect(readdirSync(box.work)).not.toContain('HACKED');
    await expectClean(box);
  });
});

test('a command substitution in a flag is only a name too', async () => {
  await ai(box, ['--apikey', '--model', '$(touch HACKED)', 'task.md']);
  expect(environment(box, 'env').ANTHROPIC_MODEL).toBe('$(touch HACKED)');
  expect(readdirSync(box.work)).toEqual(['task.md']);
});

test.each([
  ['claude', [], '--tool cc', '--provider apikey'],
  ['codex', ['--codex'], '--tool codex', '--provider apikey'],
])('a live run of %s survives every listing, and filters by id find it', async (name, words, ...filters) => {
  fakeTool(box, ['exec sleep 60'], name);
  const run = startAi(box, ['--apikey', ...words, 'task.md'], { env: KEYS });
  await noted(box, 'pid');
  for (const filter of ['', '--long', ...filters]) {
    const { stdout } = runProgram(box, ['ai-sessions', ...filter.split(' ').filter(Boolean)]);
    expect(stdout).toContain(`-apikey-${run.pid}-`);
  }
  expect(box.sessions()).toHaveLength(1);
  run.child.kill();
  await run.ended;
  await expectClean(box);
});

test('a live run that is killed says nothing more and leaves no files; the tool ends when it writes', async () => {
  fakeTool(box, ['while echo line; do sleep 0.1; done']);
  const run = startAi(box, ['--apikey', '--live', 'task.md']);
  const tool = Number(await noted(box, 'pid'));
  process.kill(run.pid, 'SIGKILL');
  await run.gone;
  const shown = run.stderr();
  await expectClean(box);
  await until('the tool has noticed', () => !isRunning(tool));
  await until('nothing of ours runs', () => processesWith(join(box.home, '.ai-runner')).length === 0);
  expect(run.stderr()).toBe(shown);
});

test.each([
  ['a value that looks like a flag', ['--topic', '--weird'], 2, '--topic needs a value'],
  ['a variable that nobody declared', ['--other', 'x'], 2, '--other'],
])('%s is refused', async (_name, words, status, text) => {
  inWork(box, 'vars.md', '---\nvars:\n  topic: dogs\n---\nabout {{topic}}\n');
  const end = await ai(box, ['--apikey', 'vars.md', ...words]);
  expect(end).toMatchObject({ status, stdout: '', stderr: expect.stringContaining(text) });
});

test('a value that looks like a flag can be given', async () => {
  inWork(box, 'vars.md', '---\nvars:\n  topic: dogs\n---\nabout {{topic}}\n');
  await ai(box, ['--apikey', 'vars.md', '--topic=--weird &\\1']);
  expect(box.read('stdin')).toBe('about --weird &\\1\n');
});
