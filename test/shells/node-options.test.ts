import { fakeTool, inWork, ownProvider } from '../support/fake-tool.ts';
import { environment, run, runProgram } from '../support/run.ts';
import { ai, expectClean, noted } from '../support/run-sandbox.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { dumpEnv, on, SHELLS } from '../support/shells.ts';

/** Node.js does not start with it. */
const BROKEN = '--require /gone.js';
/** The same with bytes that are no text, a quote and what shells expand. */
const STRANGE = `--require "/gone \xff\n'$HOME.js"`;

const box = useSandbox({ env: { ...AWS_KEYS, OWN_KEY: 'own-key' } });

describe.each(SHELLS)('$name: NODE_OPTIONS that keep Node.js from starting', (shell) => {
  const status = (key: string) => shell.say(key, shell.status);

  test.each([BROKEN, STRANGE])(
    '%j: a session starts, is switched, listed and ended; they stay',
    (options) => {
      const result = run(shell, box, [
        ...[
          shell.export('NODE_OPTIONS', options),
          on(shell),
          status('on'),
          on(shell, '--ollama --model m'),
          status('again'),
        ],
        ...[dumpEnv(shell, box.file('env')), `ai-sessions > ${box.file('list')}`, status('list'), 'ai_off'],
        dumpEnv(shell, box.file('after')),
      ]);
      expect(result).toMatchObject({ status: 0, said: { on: '0', again: '0', list: '0' }, stderr: '' });
      const inside = environment(box, 'env');
      expect(inside).toMatchObject({ NODE_OPTIONS: options, AI_SESSION_PROVIDER: 'ollama' });
      expect(Object.keys(inside).filter((name) => /^AI_RUNNER/.test(name))).toEqual([]);
      expect(box.read('list')).toContain('Total sessions: 1');
      expect(environment(box, 'after').NODE_OPTIONS).toBe(options);
    },
  );

  test.each([
    ['unset', shell.unset('NODE_OPTIONS'), undefined],
    ['empty', shell.export('NODE_OPTIONS', ''), ''],
  ])('%s stays so', (_name, line, expected) => {
    run(shell, box, [
      line,
      on(shell),
      dumpEnv(shell, box.file('on')),
      'ai_off',
      dumpEnv(shell, box.file('off')),
    ]);
    expect(['on', 'off'].map((name) => environment(box, name).NODE_OPTIONS)).toEqual([expected, expected]);
  });
});

describe('a run', () => {
  const start = (env: Record<string, string>, ...flags: readonly string[]) => {
    fakeTool(box);
    return ai(box, ['--apikey', ...flags, inWork(box, 'task.md', 'hello')], { env });
  };

  test.each<[string, string[], Record<string, string>]>([
    ['broken ones', [], { NODE_OPTIONS: BROKEN }],
    ['none', [], {}],
    ['empty ones', [], { NODE_OPTIONS: '' }],
    ['a leftover of another program', [], { AI_RUNNER_NODE_OPTIONS: BROKEN }],
    ['broken ones, live', ['--live'], { NODE_OPTIONS: BROKEN }],
    ['broken ones with a fallback', ['--fallback', 'ollama'], { NODE_OPTIONS: BROKEN }],
    ['none, live', ['--live'], {}],
  ])('%s: the tool gets them as they are', async (_name, flags, env) => {
    ownProvider(box);
    await start(env, ...flags);
    const seen = environment(box, 'env');
    expect(seen.NODE_OPTIONS).toBe(env.NODE_OPTIONS);
    expect(seen).not.toHaveProperty('AI_RUNNER_NODE_OPTIONS');
    await expectClean(box);
  });

  test('bytes that are no text reach the tool', () => {
    ownProvider(box);
    fakeTool(box);
    const [bash] = SHELLS.filter(({ name }) => name === 'bash');
    if (!bash) throw new Error('no bash');
    const lines = [bash.export('NODE_OPTIONS', STRANGE), 'echo hello | ai --apikey'];
    expect(run(bash, box, lines)).toMatchObject({ status: 0, stdout: 'done\n' });
    expect(environment(box, 'env').NODE_OPTIONS).toBe(STRANGE);
  });

  test('hooks and secret commands get them, and a provider may set others', async () => {
    const note = (name: string): string[] => [
      'sh',
      '-c',
      `echo "$NODE_OPTIONS" >${box.file(name)}; echo key`,
    ];
    const hooks = { start: [note('start')], cleanup: [note('cleanup')] };
    const env = { NODE_OPTIONS: '--no-warnings' };
    ownProvider(box, { apiKey: { command: note('secret') }, hooks, env });
    expect((await start({ NODE_OPTIONS: BROKEN })).status).toBe(0);
    expect(environment(box, 'env').NODE_OPTIONS).toBe(env.NODE_OPTIONS);
    expect([await noted(box, 'secret'), await noted(box, 'start'), await noted(box, 'cleanup')]).toEqual([
      `${BROKEN}\n`,
      `${env.NODE_OPTIONS}\n`,
      `${env.NODE_OPTIONS}\n`,
    ]);
  });
});

test('the plan does not speak of them', () => {
  const env = { NODE_OPTIONS: BROKEN };
  const [with_, without] = [{ env }, {}].map((options) =>
    runProgram(box, ['ai', 'env', '--aws', '--dry-run'], options),
  );
  expect(with_).toEqual(without);
  expect(with_?.status).toBe(0);
});

test('what asks the net starts with them', () => {
  const hook = box.plant('hook.cjs', `require('fs').writeFileSync(${JSON.stringify(box.file('seen'))}, '1')`);
  const env = { NODE_OPTIONS: `--require=${hook}` };
  runProgram(box, ['ai', 'providers'], { env });
  expect(() => box.read('seen')).toThrow('ENOENT');
  for (const command of ['providers', 'models', 'status']) {
    runProgram(box, ['ai', command, '--online', '--json'], { env });
    expect(box.read('seen')).toBe('1');
    runProgram(box, ['/bin/rm', box.file('seen')]);
  }
});
