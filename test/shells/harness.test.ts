import { existsSync } from 'node:fs';
import { findProgram } from '../support/find-program.ts';
import { terminal } from '../support/pty.ts';
import { environment, run } from '../support/run.ts';
import { sandbox, useSandbox } from '../support/sandbox.ts';
import { dumpEnv, SHELLS } from '../support/shells.ts';

/** Every byte that a variable can hold. */
const BYTES = Array.from({ length: 255 }, (_, index) => String.fromCharCode(index + 1)).join('');

test('a program that is not there makes the tests fail, with its name', () => {
  expect(() => findProgram('no-such-shell')).toThrow('these tests need no-such-shell');
});

test('a sandbox is gone after its removal', () => {
  const box = sandbox({ home: "it's a home" });
  expect(existsSync(box.home)).toBe(true);
  box.remove();
  expect(existsSync(box.root)).toBe(false);
});

describe.each(SHELLS)('$name', (shell) => {
  const box = useSandbox();

  test('bytes reach a child unchanged', () => {
    const result = run(shell, box, [shell.export('V', BYTES), dumpEnv(shell, box.file('env'))]);
    expect(result).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(environment(box, 'env').V).toBe(BYTES);
  });

  test.each(['file', 'code', 'stdin'] as const)(
    'a script given as %s says what it sees and how it ends',
    (as) => {
      const lines = [
        shell.say('pid', shell.pid),
        shell.unset('GONE'),
        shell.say('gone', shell.orUnset('GONE')),
        shell.say('home', shell.orUnset('HOME')),
        shell.func('seven', 'return 7'),
        shell.when(shell.isFunction('seven'), shell.say('function', 'yes'), shell.say('function', 'no')),
        'seven',
        shell.say('status', shell.status),
        'exit 5',
      ];
      expect(run(shell, box, lines, { as })).toMatchObject({
        status: 5,
        said: {
          pid: expect.stringMatching(/^\d+$/),
          gone: 'UNSET',
          home: box.home,
          function: 'yes',
          status: '7',
        },
      });
    },
  );

  test('a snapshot shows a changed variable, function and umask, and nothing when nothing changed', () => {
    const take = (name: string) => shell.snapshot(box.file(name));
    run(shell, box, [
      ...[take('a'), take('b'), shell.assign('V', '1'), take('c'), shell.func('added', 'true'), take('d')],
      ...['umask 027', take('e')],
    ]);
    const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((name) => shell.settle(box.read(name)));
    expect(b).toBe(a);
    expect(new Set([b, c, d, e]).size).toBe(4);
  });

  test('a terminal shows prompts with the status, and its end', async () => {
    const term = terminal(shell, box);
    expect(await term.ready()).toMatchObject({ status: 0 });
    expect(await term.enter('echo "<$HOME>"')).toMatchObject({
      text: expect.stringContaining(`<${box.home}>`),
    });
    expect(await term.enter('sh -c "exit 3"')).toMatchObject({ status: 3 });
    term.send('exit 4\r');
    expect(await term.ended).toEqual({ status: 4, signal: 0 });
  });

  test.each(['close', 'hangUp'] as const)('%s of a terminal ends its shell', async (way) => {
    const term = terminal(shell, box);
    await term.ready();
    term[way]();
    await term.ended;
    expect(existsSync(`/proc/${term.pid}`)).toBe(false);
  });
});
