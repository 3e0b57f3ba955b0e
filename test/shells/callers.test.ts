import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../support/find-program.ts';
import { run } from '../support/run.ts';
import { AWS_KEYS, PACKAGE, useSandbox } from '../support/sandbox.ts';
import { SHELLS } from '../support/shells.ts';

const LAUNCHER = join(PACKAGE, 'shell/ai');

describe.each(SHELLS)('$name: the shell that evaluates is recognised', (shell) => {
  const box = useSandbox({ env: { ...AWS_KEYS, SHELL: '/bin/ksh' } });

  /** The session must be this shell's own: its pid, its kind, and it must end. */
  const works = (command: string, before: readonly string[] = []): void => {
    const file = `cat ${shell.quote(box.sessionFolder)}/*.info`;
    const start = [shell.source(command), shell.say('on', shell.status), shell.say('self', shell.pid)];
    const result = run(shell, box, [...before, ...start, file, 'ai_off', shell.say('off', shell.status)]);
    const expected = { on: '0', off: '0', pid: result.said.self, shell: shell.name, provider: 'aws' };
    expect(result).toMatchObject({ status: 0, said: expected });
    expect(box.sessions()).toEqual([]);
  };

  test.each(['/usr/bin/fish', '/bin/zsh', '/bin/bash', '', 'nonsense'])('with SHELL=%j', (name) => {
    works('ai env --aws --opus', [shell.export('SHELL', name)]);
  });

  test.each(['2>/dev/null', '< /dev/null', '| cat', '2>&1 >/dev/null | cat; ai env --aws --opus'])(
    'with %s after it',
    (words) =>
      works(
        `${shell.name === 'fish' ? 'begin; ' : ''}ai env --aws --opus ${words}${shell.name === 'fish' ? '; end' : ''}`,
      ),
  );

  test('through a script that becomes it', () => {
    box.program('wrapped', '#!/bin/sh\nexec ai "$@"\n');
    works('wrapped env --aws --opus');
  });

  test('through a script that stays, which has to say which shell', () => {
    box.program('wrapped', '#!/bin/sh\nai "$@"\nexit $?\n');
    works(`wrapped env --aws --opus --shell ${shell.name}`);
  });

  test('through a function', () => {
    works('mine --opus', [
      shell.func('mine', shell.name === 'fish' ? 'ai env --aws $argv' : 'ai env --aws "$@"'),
    ]);
  });

  test('through a function called ai', () => {
    works('ai env --opus', [
      shell.func('ai', shell.name === 'fish' ? 'command ai $argv --aws' : 'command ai "$@" --aws'),
    ]);
  });

  test('through an absolute path, a link to a link, and a folder with blanks', () => {
    const folder = join(box.work, 'a folder');
    mkdirSync(folder);
    symlinkSync(LAUNCHER, join(folder, 'first'));
    symlinkSync('first', join(folder, 'ai'));
    works(`${shell.quote(LAUNCHER)} env --aws --opus`);
    works("'./a folder/ai' env --aws --opus");
  });

  test('through npx', () => {
    mkdirSync(join(box.work, 'node_modules/.bin'), { recursive: true });
    symlinkSync(LAUNCHER, join(box.work, 'node_modules/.bin/ai'));
    works(`${shell.quote(findProgram('npx'))} --offline --no -- ai env --aws --opus`);
  });

  test('in an environment with next to nothing', () => {
    works('env -i PATH="$PATH" HOME="$HOME" AWS_ACCESS_KEY_ID=k AWS_SECRET_ACCESS_KEY=s ai env --aws --opus');
  });
});
