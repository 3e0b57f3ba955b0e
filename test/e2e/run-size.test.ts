import { useStage } from '../support/client-stage.ts';
import { claude } from '../support/clients.ts';
import { fakeTool, inWork } from '../support/fake-tool.ts';
import { expectClean } from '../support/run-sandbox.ts';
import { doRun, installClient, useApiKey, userTexts } from '../support/run-stage.ts';

const stage = useStage();

const OWN = { env: { OWN_KEY: 'own-key' }, stdin: 'ping' } as const;
const LIVE = ['--apikey', '--live'] as const;

afterEach(() => expectClean(stage.box));

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
