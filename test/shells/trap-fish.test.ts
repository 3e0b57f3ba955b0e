import { listing, run } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { fish, on } from '../support/shells.ts';

const handler = (name: string, ...body: readonly string[]): string =>
  `function ${name} --on-event fish_exit\n${body.join('\n')}\nend`;

const report = (name: string): string => handler(name, `echo "${name} $status"`);

/** What may run when a fish ends, set before the session. */
const HANDLERS: readonly (readonly [string, readonly string[]])[] = [
  ['one handler', [report('one')]],
  ['several handlers', [report('one'), report('two'), report('three')]],
  ['an EXIT trap', ["trap 'echo trapped $status' EXIT"]],
  ['a handler on the process', ['function gone --on-process-exit %self\necho gone\nend']],
  ['a handler that fails', [handler('bad', 'false')]],
  ['no handler', []],
];

describe('fish: what ran at exit before the session', () => {
  const box = useSandbox({ env: AWS_KEYS });

  test.each(HANDLERS)('%s: runs as it would have', (_title, handlers) => {
    for (const end of ['exit 7', 'false', 'true']) {
      const control = run(fish, box, [...handlers, 'true', end]);
      const result = run(fish, box, [...handlers, on(fish), end]);
      expect(result).toMatchObject({ status: control.status, stdout: control.stdout });
      expect(box.sessions()).toEqual([]);
    }
  });

  test.each(HANDLERS)('%s: is left as it was by off, and runs once after switches', (_title, handlers) => {
    const list = (name: string) => `begin; functions --handlers; trap; end > ${fish.quote(box.file(name))}`;
    const switched = [on(fish), on(fish, '--ollama --model m'), on(fish)];
    const control = run(fish, box, [...handlers, 'exit 7']);
    const result = run(fish, box, [
      ...handlers,
      list('before'),
      ...switched,
      'ai_off',
      list('after'),
      'exit 7',
    ]);
    expect(result).toMatchObject({ status: 7, stdout: control.stdout });
    expect(box.read('after')).toBe(box.read('before'));
    expect(run(fish, box, [...handlers, ...switched, 'exit 7'])).toMatchObject({
      status: 7,
      stdout: control.stdout,
    });
    expect(box.sessions()).toEqual([]);
  });

  test('a handler that calls exit hides the later ones: the next reader cleans up', () => {
    const result = run(fish, box, [handler('first', 'echo first', 'exit 3'), on(fish), 'exit 7']);
    expect(result).toMatchObject({ status: 7, stdout: 'first\n' });
    expect(listing(box)).toContain('No active sessions.');
    expect(box.sessions()).toEqual([]);
  });

  test('a later handler sees the environment from before the session', () => {
    const late = handler(
      'late',
      'echo "key=$ANTHROPIC_API_KEY"',
      'set -q ANTHROPIC_MODEL; or echo "model=UNSET"',
    );
    const result = run(fish, box, [on(fish), late, 'exit 7'], { env: { ANTHROPIC_API_KEY: 'k' } });
    expect(result).toMatchObject({ status: 7, said: { key: 'k', model: 'UNSET' } });
  });

  test('on and off inside functions', () => {
    const lines = [report('one'), fish.func('start', on(fish)), fish.func('stop', 'ai_off'), 'start'];
    expect(run(fish, box, [...lines, 'echo on', 'exit 7'])).toMatchObject({
      status: 7,
      stdout: 'on\none 7\n',
    });
    expect(run(fish, box, [...lines, 'stop', 'echo off', 'exit 7'])).toMatchObject({
      status: 7,
      stdout: 'off\none 7\n',
    });
    expect(box.sessions()).toEqual([]);
  });

  test.each(['TERM', 'HUP', 'INT'])('SIG%s stays unhandled', (signal) => {
    const list = (name: string) => `functions --handlers-type signal > ${fish.quote(box.file(name))}`;
    run(fish, box, [list('before'), on(fish), list('during'), `kill -${signal} $fish_pid`, 'sleep 1']);
    expect(box.read('during')).toBe(box.read('before'));
  });
});
