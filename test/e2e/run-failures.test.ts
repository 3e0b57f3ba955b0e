import { useStage } from '../support/client-stage.ts';
import { claude } from '../support/clients.ts';
import { fakeTool, inWork } from '../support/fake-tool.ts';
import { expectClean, processesWith, until } from '../support/run-sandbox.ts';
import { doRun, installClient, startRun, useApiKey, userTexts } from '../support/run-stage.ts';
import { bash } from '../support/shells.ts';

const stage = useStage();

const OWN = { env: { OWN_KEY: 'own-key' }, stdin: 'ping' } as const;
const LIVE = ['--apikey', '--live'] as const;

const useClaude = (): void => {
  installClient(stage, claude());
  useApiKey(stage);
};

afterEach(() => expectClean(stage.box));

describe('a server that fails', () => {
  beforeEach(useClaude);

  test.each([
    [401, 'authenticate'],
    [429, '429'],
    [500, '500'],
  ])('with %i: the tool says so, and its status is the run’s', async (status, words) => {
    stage.server.answer({ status }, Number.POSITIVE_INFINITY);
    const end = await doRun(stage, ['--apikey'], OWN);
    expect(end).toMatchObject({ status: 1, stdout: expect.stringContaining(words) });
  });

  test.each([401, 400, 529])('with %i: --live says so on stderr alone', async (status) => {
    stage.server.answer({ status }, Number.POSITIVE_INFINITY);
    const end = await doRun(stage, LIVE, OWN);
    expect(end).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining(`answered ${status}\n`),
    });
  });

  test('--live --quiet says it too', async () => {
    stage.server.answer({ status: 429 }, Number.POSITIVE_INFINITY);
    const { stdout, stderr } = await doRun(stage, [...LIVE, '-q'], OWN);
    expect([stdout, stderr]).toEqual(['', expect.stringMatching(/^ai: Anthropic API answered 429\n/)]);
  });

  test('retries are told by --live', async () => {
    stage.server.answer({ status: 529 });
    const end = await doRun(stage, LIVE, { ...OWN, env: { ...OWN.env, CLAUDE_CODE_MAX_RETRIES: '1' } });
    expect(end).toMatchObject({
      status: 0,
      stdout: 'PONG\n',
      stderr: expect.stringContaining('answered 529, retry 1'),
    });
  });
});

describe('a stream', () => {
  const TEXT = 'one two three four five six seven eight';

  beforeEach(useClaude);

  test.each([
    ['print', ['--apikey']],
    ['live', LIVE],
  ])('that is cut before its first word: the client asks again, %s', async (_mode, words) => {
    stage.server.answer({ text: TEXT, cutAfter: 2 });
    expect(await doRun(stage, words, OWN)).toMatchObject({ status: 0, stdout: 'PONG\n' });
  });

  test('that is cut in the middle is not shown twice', async () => {
    stage.server.answer({ text: TEXT, cutAfter: 6, chunkDelayMs: 100 });
    stage.server.answer({ text: TEXT });
    const { status, stdout } = await doRun(stage, LIVE, OWN);
    expect(status).toBe(0);
    expect(stdout.match(/eight/g)).toHaveLength(1);
    expect(stdout).toContain(TEXT);
  });

  test('that is slow is shown as it comes', async () => {
    stage.server.answer({ text: TEXT, chunkDelayMs: 150 });
    const run = startRun(stage, LIVE, OWN);
    await until('the first words', () => run.stdout().includes('one two'));
    expect(run.stdout()).not.toContain('eight');
    expect(await run.ended).toMatchObject({ status: 0, stdout: `${TEXT}\n` });
  });

  test('whose reader leaves ends the run', async () => {
    const line = 'line\n'.repeat(3);
    stage.server.answer({ text: line.repeat(50), chunkDelayMs: 50 });
    const script = 'set -o pipefail; ai --apikey --live task.md | head -n 1; echo "$?"';
    inWork(stage.box, 'task.md', 'ping');
    const { stdout } = await doRun(stage, ['-c', script], { env: OWN.env, program: bash.path });
    expect(stdout).toBe('line\n141\n');
  });
});

describe('a prompt of 10 MiB', () => {
  const LIMIT = 10 * 1024 * 1024;

  beforeEach(() => useApiKey(stage));

  test('is taken', async () => {
    fakeTool(stage.box);
    const stdin = Buffer.alloc(LIMIT, 'word ');
    expect(await doRun(stage, ['--apikey'], { ...OWN, stdin })).toMatchObject({
      status: 0,
      stdout: 'done\n',
    });
    expect(Buffer.from(stage.box.read('stdin'), 'latin1').equals(stdin)).toBe(true);
  });

  test('is more than a model takes; half a megabyte reaches it whole', async () => {
    installClient(stage, claude());
    const stdin = 'word '.repeat(100_000);
    expect(await doRun(stage, LIVE, { ...OWN, stdin })).toMatchObject({ status: 0, stdout: 'PONG\n' });
    expect(stage.server.turns.map((turn) => userTexts(turn).at(-1)?.trimEnd())).toEqual([stdin.trimEnd()]);
  });

  test.each([
    ['stdin alone', [], LIMIT + 1],
    ['with the prompt file', ['task.md'], LIMIT - 4],
  ])('and a byte is refused: %s', async (_name, words, size) => {
    fakeTool(stage.box);
    inWork(stage.box, 'task.md', 'ping\n');
    const end = await doRun(stage, ['--apikey', ...words], { ...OWN, stdin: Buffer.alloc(size, 'x') });
    expect(end).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('10485760 bytes (10 MiB)'),
    });
    expect(() => stage.box.read('args')).toThrow('ENOENT');
  });
});

describe('the status of the tool', () => {
  test.each([
    ['print', ['--apikey'], ['exit 7'], 7],
    ['live', LIVE, ['exit 7'], 7],
    ['print', ['--apikey'], ['kill -KILL $$'], 137],
    ['live', LIVE, ['kill -KILL $$'], 137],
    ['live, a tool that says nothing', LIVE, ['exit 0'], 0],
    ['a fallback that is not needed', ['--apikey', '--fallback', 'ollama'], ['exit 7'], 7],
  ] as const)('%s: is the run’s (%#)', async (_mode, words, lines, status) => {
    fakeTool(stage.box, lines);
    useApiKey(stage);
    expect(await doRun(stage, words, OWN)).toMatchObject({ status });
  });
});

describe('a signal', () => {
  beforeEach(useClaude);

  test.each([
    ['SIGTERM', ['--apikey'], 143],
    ['SIGTERM', LIVE, 143],
    ['SIGINT', LIVE, 130],
    ['SIGHUP', LIVE, 129],
  ] as const)('%s to the run %j: status %i, and no client is left', async (signal, words, status) => {
    stage.server.answer({ delayMs: 30_000 });
    const run = startRun(stage, words, { ...OWN, detached: true });
    await until('the question arrived', () => stage.server.turns.length === 1);
    process.kill(signal === 'SIGINT' ? -run.pid : run.pid, signal);
    expect(await run.ended).toMatchObject({ status, stdout: '' });
    expect(processesWith(stage.box.bin)).toEqual([]);
  });
});

describe('--fallback', () => {
  const words = ['--apikey', '--fallback', 'ollama'] as const;
  const going = (why: string): string => `ai: Anthropic API ${why}, going on with Ollama (paid by: local)\n`;
  const models = (): unknown[] => stage.server.turns.map(({ body }) => (body as { model: string }).model);
  const options = () => ({ ...OWN, env: { ...OWN.env, OLLAMA_HOST: stage.server.url } });

  beforeEach(useClaude);

  test.each([
    [429, []],
    [529, ['--live']],
    [401, ['-q']],
  ])('goes on after %i and says so: %j', async (status, more) => {
    stage.server.answer({ status });
    const end = await doRun(stage, [...words, ...more], options());
    expect(end).toMatchObject({
      status: 0,
      stdout: 'PONG\n',
      stderr: expect.stringContaining(going(`answered ${status}`)),
    });
    expect(models()).toEqual(['claude-opus-5-5', 'qwen3-coder']);
    expect(stage.server.turns.at(-1)?.headers).toMatchObject({ authorization: 'Bearer ollama' });
    expect(stage.server.turns.at(-1)?.headers).not.toHaveProperty('x-api-key');
  });

  test('goes on when nobody listens', async () => {
    useApiKey(stage, { baseUrl: 'http://127.0.0.1:1' });
    const end = await doRun(stage, words, options());
    expect(end).toMatchObject({
      status: 0,
      stdout: 'PONG\n',
      stderr: expect.stringContaining(going('could not be reached')),
    });
  });

  test('stays when the request itself is wrong', async () => {
    stage.server.answer({ status: 400 }, Number.POSITIVE_INFINITY);
    const end = await doRun(stage, words, options());
    expect(end).toMatchObject({ status: 1, stdout: '' });
    expect(end.stderr).not.toContain('going on');
    expect(new Set(models())).toEqual(new Set(['claude-opus-5-5']));
  });

  test('stays when the answer has begun', async () => {
    stage.server.answer({ text: 'one two three four', cutAfter: 5, chunkDelayMs: 100 });
    stage.server.answer({ status: 500 }, Number.POSITIVE_INFINITY);
    const end = await doRun(stage, [...words, '--live'], options());
    expect(end).toMatchObject({ status: 1, stdout: expect.stringMatching(/^one/) });
    expect(end.stderr).not.toContain('going on');
    expect(new Set(models())).toEqual(new Set(['claude-opus-5-5']));
  });

  test('without it nobody else is asked', async () => {
    stage.server.answer({ status: 429 });
    expect(await doRun(stage, ['--apikey'], options())).toMatchObject({ status: 1 });
    expect(models()).toEqual(['claude-opus-5-5']);
  });

  test('tells of a provider that cannot be used, and of the last one’s failure', async () => {
    stage.server.answer({ status: 429 }, Number.POSITIVE_INFINITY);
    const end = await doRun(stage, ['--apikey', '--fallback', 'vercel,ollama'], options());
    expect(end).toMatchObject({ status: 1, stdout: '' });
    expect(end.stderr).toMatch(/ai: vercel cannot go on: .*\n/);
    expect(end.stderr).toContain(going('answered 429'));
    expect(end.stderr).toContain('ai: Ollama answered 429\n');
  });
});
