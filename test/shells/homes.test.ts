import { run } from '../support/run.ts';
import { AWS_KEYS, sandbox, useSandbox } from '../support/sandbox.ts';
import { capture, on, POSIX, SHELLS } from '../support/shells.ts';

const HOMES = [
  'with blanks  in it',
  `it's a "home"`,
  'größe-家-🏠',
  '$(touch pwned)`x`',
  '-n',
  'back\\slash\\',
  'a\nnewline',
  '*?[x]{a,b}~#!',
];

describe.each(SHELLS)('$name: a home', (shell) => {
  test.each(HOMES)('called %j', (home) => {
    const box = sandbox({ home, env: AWS_KEYS });
    try {
      const result = run(shell, box, [
        ...[
          on(shell),
          shell.say('on', shell.status),
          '/bin/ls "$HOME/.ai-runner/sessions" | cat',
          'ai_off',
          shell.say('off', shell.status),
        ],
        ...[on(shell), '/bin/ls "$HOME/.ai-runner/sessions" | cat', 'exit 7'],
      ]);
      expect(result.stdout).toMatch(/^on=0\ncc-aws-\d+-\d+\.info\noff=0\ncc-aws-\d+-\d+\.info\n$/);
      expect(result.status).toBe(7);
      expect([box.sessions(), box.litter()]).toEqual([[], []]);
    } finally {
      box.remove();
    }
  });
});

describe.each(SHELLS)('$name: surroundings', (shell) => {
  const box = useSandbox({ env: AWS_KEYS });
  const gone = ['mkdir gone', 'cd gone', 'rmdir ../gone'];

  test('a deleted working folder', () => {
    const result = run(shell, box, [
      ...gone,
      on(shell),
      shell.say('on', shell.status),
      'ai_off',
      shell.say('off', shell.status),
    ]);
    expect(result).toMatchObject({ status: 0, stdout: 'on=0\noff=0\n' });
    expect(box.sessions()).toEqual([]);
  });

  test('a working folder called like a program of ours, with files of ours', () => {
    const traps = ['ai', 'ai_off', 'env', 'rm', '.ai-runner', '__ai_on'].map(
      (name) => `echo 'exit 9' > ./${name}; chmod +x ./${name}`,
    );
    const result = run(shell, box, [...traps, on(shell), 'ai_off', shell.say('off', shell.status)]);
    expect(result).toMatchObject({ status: 0, stdout: 'off=0\n' });
  });

  test('only our own folder appears in the home, and nothing in the temporary one', () => {
    const result = run(shell, box, [on(shell), '/bin/ls -A ~', '/bin/ls -A "$TMPDIR"', 'ai_off']);
    expect(
      result.stdout
        .split('\n')
        .filter((name) => !['.ai-runner', '.config', '.local', '.cache', ''].includes(name)),
    ).toEqual([]);
    expect(result.stdout).toContain('.ai-runner\n');
    expect(box.litter()).toEqual([]);
  });

  test('an empty PATH at the evaluation, at off and at the end', () => {
    const path = shell.name === 'fish' ? ['set -g kept $PATH', "set -gx PATH ''"] : ['kept=$PATH', 'PATH='];
    const lines = [
      capture(shell),
      ...path,
      shell.evaluate,
      shell.say('on', shell.status),
      'ai_off',
      shell.say('off', shell.status),
    ];
    const result = run(shell, box, [...lines, shell.evaluate, 'exit 7']);
    expect(result).toMatchObject({ status: 7, stdout: 'on=0\noff=0\n', stderr: '' });
    expect([box.sessions(), box.litter()]).toEqual([[], []]);
  });

  test.each(['/dev/full', '/dev/null'])('stdout on %s during the evaluation', (sink) => {
    const result = run(shell, box, [
      capture(shell),
      shell.name === 'fish' ? `begin; ${shell.evaluate}; end > ${sink}` : `{ ${shell.evaluate}; } > ${sink}`,
      shell.say('on', shell.status),
      'ai_off',
    ]);
    expect(result).toMatchObject({ status: 0, stdout: 'on=0\n', stderr: '' });
  });

  test.each(['TMPDIR', 'TERM', 'LANG', 'SHELL', 'USER', 'PWD', 'SHLVL'])('no %s', (name) => {
    const result = run(
      shell,
      box,
      [on(shell), shell.say('on', shell.status), 'ai_off', shell.say('off', shell.status)],
      { env: { [name]: undefined } },
    );
    expect(result).toMatchObject({ status: 0, stdout: 'on=0\noff=0\n' });
  });
});

describe.each(POSIX)('$name: closed descriptors', (shell) => {
  const box = useSandbox({ env: AWS_KEYS });

  test.each(['<&-', '2>&-', '>&-', '<&- >&- 2>&-'])('%s while it is evaluated and ended', (closed) => {
    const lines = [capture(shell), `{ ${shell.evaluate}; r=$?; ai_off; s=$?; } ${closed}`, 'echo "rc=$r$s"'];
    expect(run(shell, box, lines)).toMatchObject({ status: 0, stdout: 'rc=00\n', stderr: '' });
    expect(box.sessions()).toEqual([]);
  });
});
