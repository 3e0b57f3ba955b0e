import { environment, run } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { capture, dumpEnv, on, SHELLS } from '../support/shells.ts';

/** Command lines that cannot be honoured: flags, exit status, what the message must name. */
const REFUSED: readonly (readonly [string, number, RegExp])[] = [
  ['--nope', 2, /nope/],
  ['--aws --opuss', 2, /--opus\b/],
  ['--aws --vertex', 2, /vertex/],
  ['--aws --opus --haiku', 2, /haiku/],
  ['--aws --model', 2, /model/],
  ['--provider nowhere', 2, /nowhere/],
  ['--profile nobody', 2, /nobody/],
  ['--apikey', 1, /ANTHROPIC_API_KEY/],
];

describe.each(SHELLS)('$name: a command line that cannot be honoured', (shell) => {
  const box = useSandbox({ env: AWS_KEYS });
  const take = (name: string) => shell.snapshot(box.file(name));

  test.each(REFUSED)('%s: status %d, a message, and nothing changed', (flags, status, message) => {
    const result = run(shell, box, [
      ...[take('warm'), take('before'), on(shell, flags), shell.say('rc', shell.status), take('after')],
    ]);
    expect(result).toMatchObject({
      status: 0,
      stdout: `rc=${status}\n`,
      stderr: expect.stringMatching(message),
    });
    expect(shell.settle(box.read('after'))).toBe(shell.settle(box.read('before')));
    expect(box.sessions()).toEqual([]);
  });

  test('the code for a refusal is silent by itself', () => {
    const lines = [capture(shell, '--nope'), shell.evaluate, shell.say('rc', shell.status)];
    expect(run(shell, box, lines)).toMatchObject({ status: 0, stdout: 'rc=2\n', stderr: '' });
  });

  test.each(REFUSED)('%s keeps the running session', (flags, status) => {
    const look = (name: string) => [
      dumpEnv(shell, box.file(name)),
      `/bin/ls ${shell.quote(box.sessionFolder)} | cat`,
    ];
    const result = run(shell, box, [
      ...[on(shell), ...look('before'), on(shell, flags), shell.say('rc', shell.status), ...look('after')],
      ...['ai_off', shell.say('off', shell.status), shell.say('model', shell.orUnset('ANTHROPIC_MODEL'))],
    ]);
    const [file, rc, again] = result.stdout.split('\n');
    expect([rc, again]).toEqual([`rc=${status}`, file]);
    expect(file).toMatch(/^cc-aws-\d+-\d+\.info$/);
    expect(environment(box, 'after')).toEqual(environment(box, 'before'));
    expect(result.said).toMatchObject({ off: '0', model: 'UNSET' });
  });
});

describe('an error ends a script that asked for that', () => {
  const box = useSandbox();

  test.each(SHELLS.filter(({ name }) => name !== 'fish'))('$name under set -e', (shell) => {
    const result = run(shell, box, ['set -e', on(shell, '--nope'), 'echo not reached']);
    expect(result).toMatchObject({ status: 2, stdout: '' });
  });
});
