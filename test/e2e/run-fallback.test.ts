import { useStage } from '../support/client-stage.ts';
import { claude } from '../support/clients.ts';
import { expectClean } from '../support/run-sandbox.ts';
import { doRun, installClient, useApiKey } from '../support/run-stage.ts';

const stage = useStage();

const OWN = { env: { OWN_KEY: 'own-key' }, stdin: 'ping' } as const;

const useClaude = (): void => {
  installClient(stage, claude());
  useApiKey(stage);
};

afterEach(() => expectClean(stage.box));

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
