import { environment, run } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { AWS_SESSION, BYSTANDERS, CONFLICTS } from '../support/session-env.ts';
import { capture, dumpEnv, on, SHELLS } from '../support/shells.ts';

describe.each(SHELLS)('$name: a session', (shell) => {
  const box = useSandbox({ env: { ...AWS_KEYS, ...BYSTANDERS, ...CONFLICTS } });

  test('gives children its variables and nothing that conflicts; off gives all back', () => {
    const result = run(shell, box, [
      ...[dumpEnv(shell, box.file('before')), capture(shell)],
      ...[shell.evaluate, shell.say('on', shell.status), dumpEnv(shell, box.file('during'))],
      ...['ai_off', shell.say('off', shell.status), dumpEnv(shell, box.file('after'))],
    ]);
    expect(result).toMatchObject({ status: 0, stdout: 'on=0\noff=0\n', stderr: '' });
    const before = environment(box, 'before');
    const kept = Object.entries(before).filter(([name]) => !(name in CONFLICTS));
    expect(environment(box, 'during')).toEqual({ ...Object.fromEntries(kept), ...AWS_SESSION });
    expect(environment(box, 'after')).toEqual(before);
    expect(box.sessions()).toEqual([]);
    expect(box.litter()).toEqual([]);
  });

  test('reaches a child through the documented one-liner, which reads no stdin', () => {
    const lines = [
      on(shell),
      shell.say('on', shell.status),
      'sh -c \'echo "model=$ANTHROPIC_MODEL"\'',
      'ai_off',
    ];
    const result = run(shell, box, lines, { as: 'stdin' });
    expect(result).toMatchObject({ status: 0, said: { on: '0', model: AWS_SESSION.ANTHROPIC_MODEL } });
  });

  test('leaves what waits on stdin to the next reader', () => {
    const result = run(shell, box, [on(shell), 'ai_off', 'cat'], { stdin: 'a line\nanother\n' });
    expect(result).toMatchObject({ status: 0, stdout: 'a line\nanother\n' });
  });

  test('adds no names but its own, and takes those away', () => {
    const names = (name: string): string[] => box.read(name).split('\n');
    const take = (name: string) => shell.names(box.file(name));
    run(shell, box, [
      ...[capture(shell), take('before'), shell.evaluate, take('during'), 'ai_off', take('after')],
    ]);
    const before = new Set(names('before'));
    const added = names('during').filter((name) => !before.has(name));
    const ours = (name: string): boolean => name in AWS_SESSION || /^(ai_off$|__ai_|zf_)/.test(name);
    expect(added).toEqual(expect.arrayContaining(['ai_off', 'ANTHROPIC_MODEL']));
    expect(added.filter((name) => !ours(name) && name !== 'zshexit_functions')).toEqual([]);
    expect(names('after').sort()).toEqual(names('before').sort());
  });

  test('off leaves variables, functions, options, traps, umask and aliases as they were', () => {
    const take = (name: string) => shell.snapshot(box.file(name));
    const result = run(shell, box, [
      ...[
        take('warm'),
        capture(shell),
        take('before'),
        shell.evaluate,
        take('during'),
        'ai_off',
        take('after'),
      ],
    ]);
    expect(result).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(shell.settle(box.read('after'))).toBe(shell.settle(box.read('before')));
    expect(shell.settle(box.read('during'))).not.toBe(shell.settle(box.read('before')));
  });

  test('ends only once: then ai_off is a command like any unknown one', () => {
    const result = run(shell, box, [on(shell), 'ai_off', 'ai_off', shell.say('second', shell.status)]);
    expect(result.said).toEqual({ second: '127' });
  });

  test('ends by `ai env --unset`; without a session that is harmless', () => {
    const end = [
      on(shell, '--unset'),
      shell.say('unset', shell.status),
      shell.say('model', shell.orUnset('ANTHROPIC_MODEL')),
    ];
    const result = run(shell, box, [
      on(shell),
      ...end,
      shell.when(shell.isFunction('ai_off'), 'echo defined', 'echo gone'),
    ]);
    expect(result.stdout).toBe('unset=0\nmodel=UNSET\ngone\n');
    expect(run(shell, box, end)).toMatchObject({ status: 0, said: { unset: '0', model: 'UNSET' } });
    expect(box.sessions()).toEqual([]);
  });
});
