import { environment, run } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { AWS_SESSION, CONFLICTS, OLLAMA_SESSION } from '../support/session-env.ts';
import { dumpEnv, on, SHELLS } from '../support/shells.ts';

const FLAGS = ['--aws --opus', '--apikey --haiku', '--ollama --model m', '--pro'] as const;

/** Each as the first and as the second, after itself and after others. */
const PAIRS = [
  ...FLAGS.map((flags) => [flags, flags] as const),
  ...FLAGS.map((flags, index) => [flags, FLAGS[(index + 1) % FLAGS.length] ?? flags] as const),
];

/** Everything but the mark that differs from session to session. */
const withoutId = ({ AI_SESSION_ID: _, ...rest }: Record<string, string>) => rest;

describe.each(SHELLS)('$name: a second session', (shell) => {
  const box = useSandbox({ env: { ...AWS_KEYS, ...CONFLICTS, AWS_REGION: 'eu-west-1' } });
  const files = (key: string) => `/bin/ls ${shell.quote(box.sessionFolder)} > ${shell.quote(box.file(key))}`;
  const listed = (key: string): string[] => box.read(key).split('\n').filter(Boolean);
  const env = (key: string) => dumpEnv(shell, box.file(key));
  const take = (key: string) => shell.snapshot(box.file(key));

  test.each(PAIRS)(
    '%s, then %s: as if it were the first; off goes back to before the first',
    (first, second) => {
      const fresh = run(shell, box, [on(shell, second), env('fresh')]);
      expect(fresh.status).toBe(0);
      const result = run(shell, box, [
        ...[take('warm'), take('before'), on(shell, first), on(shell, second), shell.say('on', shell.status)],
        ...[env('switched'), files('files'), 'ai_off', shell.say('off', shell.status), take('after')],
      ]);
      expect(result).toMatchObject({ status: 0, stdout: 'on=0\noff=0\n' });
      expect(withoutId(environment(box, 'switched'))).toEqual(withoutId(environment(box, 'fresh')));
      expect(listed('files')).toEqual([`${environment(box, 'switched').AI_SESSION_ID}.info`]);
      expect(shell.settle(box.read('after'))).toBe(shell.settle(box.read('before')));
      expect([box.sessions(), box.litter()]).toEqual([[], []]);
    },
  );

  test('sees originals that are not exported as little as a first one does', () => {
    const hidden = [shell.unset('ANTHROPIC_API_KEY'), shell.assign('ANTHROPIC_API_KEY', 'hidden')];
    const lines = [...hidden, on(shell), on(shell, '--apikey'), shell.say('rc', shell.status)];
    const result = run(shell, box, [...lines, shell.say('provider', shell.value('AI_SESSION_PROVIDER'))]);
    expect(result.said).toEqual({ rc: '1', provider: 'aws' });
  });

  test('through all providers, many times: one file, one off', () => {
    const rounds = [...FLAGS, ...FLAGS].map((flags) => on(shell, flags));
    const result = run(shell, box, [
      ...[take('warm'), take('before'), ...rounds, files('files'), 'ai_off', take('after')],
      shell.when(shell.isFunction('ai_off'), 'echo defined', 'echo gone'),
    ]);
    expect(result).toMatchObject({ status: 0, stdout: 'gone\n' });
    expect(listed('files')).toHaveLength(1);
    expect(shell.settle(box.read('after'))).toBe(shell.settle(box.read('before')));
  });

  test('then the end of the shell: nothing is left', () => {
    const result = run(shell, box, [on(shell), on(shell, '--ollama --model m'), files('files'), 'exit 7']);
    expect(result).toMatchObject({ status: 7, stdout: '' });
    expect(listed('files')).toEqual([expect.stringMatching(/^cc-ollama-/)]);
    expect([box.sessions(), box.litter()]).toEqual([[], []]);
  });

  test('what the user changed during the first one does not count as original', () => {
    const lines = [
      on(shell),
      shell.export('ANTHROPIC_API_KEY', 'changed'),
      shell.export('ANTHROPIC_MODEL', 'changed'),
    ];
    run(shell, box, [
      env('before'),
      ...lines,
      on(shell, '--ollama --model m'),
      env('during'),
      'ai_off',
      env('after'),
    ]);
    expect(environment(box, 'during')).toMatchObject(OLLAMA_SESSION);
    expect(environment(box, 'after')).toEqual(environment(box, 'before'));
  });

  test('what the user set beside the session is seen and stays', () => {
    const lines = [
      on(shell),
      shell.export('OLLAMA_HOST', '127.0.0.1:4444'),
      on(shell, '--ollama --model m'),
      env('during'),
    ];
    const result = run(shell, box, [...lines, 'ai_off', shell.say('host', shell.value('OLLAMA_HOST'))]);
    expect(result.said).toEqual({ host: '127.0.0.1:4444' });
    expect(environment(box, 'during').ANTHROPIC_BASE_URL).toBe('http://127.0.0.1:4444');
  });

  test('in a function, a condition and a pipe is a switch, too', () => {
    const again = shell.func('again', on(shell, '--ollama --model m'));
    const result = run(shell, box, [
      again,
      on(shell),
      'again',
      shell.say('rc', shell.status),
      files('files'),
      env('during'),
    ]);
    expect(result.said).toEqual({ rc: '0' });
    expect(listed('files')).toHaveLength(1);
    expect(environment(box, 'during')).toMatchObject(OLLAMA_SESSION);
  });

  test('is silent and reads no stdin', () => {
    const second = shell.source('ai env --aws --opus 2>/dev/null');
    const result = run(shell, box, [shell.source('ai env --ollama --model m 2>/dev/null'), second, 'cat'], {
      stdin: 'a line\n',
    });
    expect(result).toMatchObject({ status: 0, stdout: 'a line\n' });
  });

  test('that fails while it is applied leaves the first one whole', () => {
    const lines = [
      on(shell),
      env('before'),
      shell.source('ai env --apikey --nope'),
      env('after'),
      'ai_off',
      env('off'),
    ];
    expect(run(shell, box, lines).stderr).toContain('nope');
    expect(environment(box, 'before')).toMatchObject({
      ...AWS_SESSION,
      AWS_REGION: 'eu-west-1',
      AI_SESSION_MODEL: expect.any(String),
      ANTHROPIC_MODEL: expect.any(String),
    });
    expect(environment(box, 'after')).toEqual(environment(box, 'before'));
    expect(environment(box, 'off')).toMatchObject(CONFLICTS);
  });
});
