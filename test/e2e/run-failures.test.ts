import { useStage } from '../support/client-stage.ts';
import { claude } from '../support/clients.ts';
import { inWork } from '../support/fake-tool.ts';
import { expectClean, processesWith, until } from '../support/run-sandbox.ts';
import { doRun, installClient, startRun, useApiKey } from '../support/run-stage.ts';
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
    let goOn = (): void => undefined;
    const rest = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    stage.server.answer({ text: TEXT, before: (index) => (index < 6 ? undefined : rest) });
    const run = startRun(stage, LIVE, OWN);
    await until('the first words', () => run.stdout().includes('one two'));
    expect(run.stdout()).not.toContain('eight');
    goOn();
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
