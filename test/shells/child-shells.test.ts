import { environment, listing, run } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { bash, dumpEnv, on, POSIX, SHELLS, type Shell } from '../support/shells.ts';

const pairs = SHELLS.flatMap((outer) =>
  SHELLS.map((inner) => [outer.name, inner.name, outer, inner] as const),
);

/** Runs lines of one shell as a child of another. */
const child = (outer: Shell, inner: Shell, ...lines: readonly string[]): string =>
  [inner.path, ...inner.code(lines.join('\n'))].map(outer.quote).join(' ');

describe('a child shell', () => {
  const box = useSandbox({ env: { ...AWS_KEYS, ANTHROPIC_API_KEY: 'original' } });
  const state = (shell: Shell, key: string) => [
    `/bin/ls ${shell.quote(box.sessionFolder)} > ${shell.quote(box.file(key))}`,
    shell.say(key, shell.orUnset('AI_SESSION_PROVIDER')),
  ];
  const files = (key: string): string[] => box.read(key).split('\n').filter(Boolean);

  test.each(pairs)(
    '%s starts %s: it sees the session, and its end is not the session’s',
    (_o, _i, outer, inner) => {
      const seen = child(outer, inner, inner.say('child', inner.value('AI_SESSION_PROVIDER')), 'exit 3');
      const result = run(outer, box, [
        on(outer),
        seen,
        outer.say('rc', outer.status),
        ...state(outer, 'after'),
      ]);
      expect(result.said).toEqual({ child: 'aws', rc: '3', after: 'aws' });
      expect(files('after')).toHaveLength(1);
      expect(box.sessions()).toEqual([]);
    },
  );

  test.each(pairs)('%s starts %s: ai_off there cannot end the session here', (_o, _i, outer, inner) => {
    const attempt = child(
      outer,
      inner,
      'ai_off',
      inner.when(`test "${inner.status}" != 0`, 'echo refused=yes', 'echo refused=no'),
    );
    const result = run(outer, box, [on(outer), attempt, ...state(outer, 'after')]);
    expect(result.said).toEqual({ refused: 'yes', after: 'aws' });
    expect(files('after')).toHaveLength(1);
  });

  test.each(pairs)(
    '%s starts %s: a session there is another, and off returns to this one',
    (_o, _i, outer, inner) => {
      const nested = child(
        outer,
        inner,
        ...[
          dumpEnv(inner, box.file('inherited')),
          on(inner, '--ollama --model m'),
          ...state(inner, 'nested'),
        ],
        ...['ai_off', dumpEnv(inner, box.file('returned')), on(inner, '--ollama --model m'), 'exit 5'],
      );
      const result = run(outer, box, [
        on(outer),
        nested,
        outer.say('rc', outer.status),
        ...state(outer, 'after'),
      ]);
      expect(result.said).toEqual({ nested: 'ollama', rc: '5', after: 'aws' });
      expect(files('nested')).toHaveLength(2);
      expect(files('after')).toEqual([expect.stringMatching(/^cc-aws-/)]);
      expect(environment(box, 'returned')).toEqual(environment(box, 'inherited'));
      expect(box.sessions()).toEqual([]);
    },
  );

  test.each(SHELLS)('$name: the originals stay hidden from a child’s session, too', (shell) => {
    const nested = shell.child([on(shell, '--apikey'), shell.say('rc', shell.status)].join('\n'));
    const result = run(shell, box, [on(shell), nested]);
    expect(result.said).toEqual({ rc: '1' });
  });
});

describe('with everything exported', () => {
  const box = useSandbox({ env: AWS_KEYS });
  const count = (key: string) => `echo "${key}=$(/bin/ls ${bash.quote(box.sessionFolder)} | wc -l)"`;

  test.each(POSIX)('$name: a child that inherits functions and variables cannot end the session', (shell) => {
    const lines = shell.child('ai_off; echo "off=$?"; exit 4');
    const result = run(shell, box, ['set -a', on(shell), lines, 'echo "rc=$?"', count('count')]);
    expect(result.said).toMatchObject({ off: expect.stringMatching(/^(1|127)$/), rc: '4' });
    expect(result.said.count?.trim()).toBe('1');
    expect(box.sessions()).toEqual([]);
  });

  test.each(POSIX)('$name: nothing of ours is exported but the session’s variables', (shell) => {
    run(shell, box, ['set -a', on(shell), dumpEnv(shell, box.file('during'))]);
    expect(Object.keys(environment(box, 'during')).filter((name) => /__ai_|ai_off/.test(name))).toEqual([]);
  });

  test('bash: functions exported on purpose end nothing either', () => {
    const lines = [
      `export -f $(compgen -A function); export \${!__ai_@}`,
      bash.child('exit 4'),
      bash.child('ai_off'),
    ];
    const result = run(bash, box, [on(bash), ...lines, count('count')]);
    expect(result.said.count?.trim()).toBe('1');
    expect(listing(box)).toContain('No active sessions.');
  });
});
