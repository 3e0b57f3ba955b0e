import { type Finished, listing, run } from '../support/run.ts';
import { AWS_KEYS, useSandbox, useSharedSandbox } from '../support/sandbox.ts';
import { on, zsh } from '../support/shells.ts';
import { useSnippet } from '../support/snippet.ts';

/** What may run when a zsh ends, set before the session. */
const HANDLERS: readonly (readonly [string, readonly string[]])[] = [
  ['a zshexit hook', ['hook() { echo "hook $?" }', 'zshexit_functions=(hook)']],
  ['several hooks', ['a() { echo "a $?" }', 'b() { echo "b $?" }', 'zshexit_functions=(a b)']],
  ['a hook that fails', ['hook() { echo "hook $?"; return 3 }', 'zshexit_functions=(hook)']],
  ['a hook that calls exit', ['hook() { echo "hook $?"; exit 3 }', 'zshexit_functions=(hook)']],
  ['a hook that does not exist', ['zshexit_functions=(missing)']],
  ['the function zshexit', ['zshexit() { echo "zshexit $?" }']],
  ['the function TRAPEXIT', ['TRAPEXIT() { echo "TRAPEXIT $?" }']],
  ['an EXIT trap', ['trap \'echo "trap $?"\' EXIT']],
  ['an EXIT trap with quotes and newlines', [`trap 'echo "it'\\''s" # comment\necho "$?"' EXIT`]],
  ['an EXIT trap that calls exit', ['trap \'echo "$?"; exit 3\' EXIT']],
  ['an EXIT trap that fails', ['trap \'echo "$?"; false\' EXIT']],
  ['an ignored EXIT', ["trap '' EXIT"]],
  [
    'all of them',
    [
      'zshexit() { echo "zshexit $?" }',
      'hook() { echo "hook $?" }',
      'zshexit_functions=(hook)',
      "trap 'echo trap' EXIT",
    ],
  ],
  [
    'the environment they see',
    ["hook() { env | grep -c '^ANTHROPIC_\\|^AI_SESSION_' }", 'zshexit_functions=(hook)'],
  ],
];

const ENDS = [
  'exit 7',
  'f2() { exit 5; }; f2',
  'true',
  'set -u; : $no_such_variable',
  'kill -HUP $$; sleep 1',
] as const;

const verdict = ({ status, signal, stdout }: Finished) => ({ status, signal, stdout });

describe('zsh: what ran at exit before the session', () => {
  const box = useSharedSandbox({ env: AWS_KEYS });
  const snippet = useSnippet(box, zsh);

  /** Without `eval "$(…)"`: with a TRAPEXIT around, zsh 5.9 crashes on that now and then, whatever the text. */
  const begin = (flags: string) =>
    `ai env ${flags} > "$TMPDIR/code"; . "$TMPDIR/code"; /bin/rm "$TMPDIR/code"`;

  test.each(HANDLERS)('%s: runs as it would have', (_title, handler) => {
    for (const end of ENDS) {
      const control = run(zsh, box, [...handler, 'true', end]);
      const result = run(zsh, box, [...handler, snippet.load, end]);
      expect({ end, ...verdict(result) }).toEqual({ end, ...verdict(control) });
    }
    expect(listing(box)).toContain('No active sessions.');
  });

  test.each(HANDLERS)('%s: is left as it was by off', (_title, handler) => {
    const take = (name: string) => zsh.snapshot(box.file(name));
    const result = run(zsh, box, [
      ...handler,
      take('warm'),
      take('before'),
      snippet.load,
      'ai_off',
      take('after'),
      'exit 7',
    ]);
    expect(zsh.settle(box.read('after'))).toBe(zsh.settle(box.read('before')));
    expect(verdict(result)).toEqual(verdict(run(zsh, box, [...handler, 'exit 7'])));
  });

  test.each(HANDLERS)('%s: runs once although sessions were switched', (_title, handler) => {
    const lines = [snippet.load, begin('--ollama --model m'), begin('--aws --opus')];
    const result = run(zsh, box, [...handler, ...lines, 'exit 7']);
    expect(verdict(result)).toEqual(verdict(run(zsh, box, [...handler, 'exit 7'])));
    expect(box.sessions()).toEqual([]);
  });

  test('a hook sees the environment from before the session', () => {
    const hook = `hook() { echo "key=$ANTHROPIC_API_KEY model=\${ANTHROPIC_MODEL-UNSET}" }`;
    const lines = [hook, 'zshexit_functions=(hook)', on(zsh), 'exit 2'];
    const result = run(zsh, box, lines, { env: { ANTHROPIC_API_KEY: 'k' } });
    expect(result).toMatchObject({ status: 2, stdout: 'key=k model=UNSET\n' });
  });
});

describe('zsh: what is set up during the session', () => {
  const box = useSandbox({ env: AWS_KEYS });

  test.each([
    ['an EXIT trap', 'trap \'echo "later $?"\' EXIT'],
    ['a hook', 'later() { echo "later $?" }; zshexit_functions+=(later)'],
    ['a hook array of its own', 'later() { echo "later $?" }; zshexit_functions=(later)'],
    ['TRAPEXIT', 'TRAPEXIT() { echo "later $?" }'],
  ])('%s runs once, and is left alone by off', (_title, line) => {
    const result = run(zsh, box, [on(zsh), line, 'exit 7']);
    expect(result).toMatchObject({ status: 7, stdout: 'later 7\n' });
    expect(listing(box)).toContain('No active sessions.');
    const after = run(zsh, box, [on(zsh), line, 'ai_off', 'exit 7']);
    expect(after).toMatchObject({ status: 7, stdout: 'later 7\n' });
    expect(box.sessions()).toEqual([]);
  });
});

describe('zsh: functions', () => {
  const box = useSandbox({ env: AWS_KEYS });

  test('a session that begins in a function outlives it', () => {
    const lines = [zsh.func('start', on(zsh)), 'start', zsh.say('mark', zsh.value('AI_SESSION_PROVIDER'))];
    const list = `/bin/ls ${zsh.quote(box.sessionFolder)} | wc -l`;
    expect(run(zsh, box, [...lines, list, 'exit 7'])).toMatchObject({
      status: 7,
      stdout: expect.stringMatching(/^mark=aws\n\s*1\n$/),
    });
    expect(box.sessions()).toEqual([]);
  });

  test('a function with an EXIT trap of its own keeps it, on and off', () => {
    const own = zsh.func('own', "trap 'echo left' EXIT", on(zsh), 'ai_off', 'echo end');
    expect(run(zsh, box, [own, 'own', 'exit 7'])).toMatchObject({ status: 7, stdout: 'end\nleft\n' });
  });

  test('a session that begins in a function with an EXIT trap of its own', () => {
    const own = zsh.func('own', "trap 'echo left' EXIT", on(zsh), 'echo end');
    expect(run(zsh, box, [own, 'own', 'echo after', 'exit 7'])).toMatchObject({
      status: 7,
      stdout: 'end\nleft\nafter\n',
    });
    expect(box.sessions()).toEqual([]);
  });

  /** Any function that is called under POSIX_TRAPS drops the EXIT trap (a fault of zsh), so only the start is looked at. */
  test('a start under POSIX_TRAPS keeps the EXIT trap', () => {
    const lines = ['setopt posix_traps', 'trap \'echo "user $?"\' EXIT', on(zsh), 'exit 7'];
    expect(run(zsh, box, lines)).toMatchObject({ status: 7, stdout: 'user 7\n' });
    expect(listing(box)).toContain('No active sessions.');
  });

  test.each([
    "trap 'echo ERR' ZERR",
    "trap ': debug' DEBUG",
    'TRAPZERR() { echo ERR }',
    "trap 'echo INT' INT",
  ])('%s stays, and does not fire', (line) => {
    const list = (name: string) => `{ trap; typeset -f } > ${zsh.quote(box.file(name))}`;
    const code = zsh.capture('ai env --aws --opus');
    const result = run(zsh, box, [code, line, list('before'), zsh.evaluate, 'ai_off', list('after')]);
    expect(result).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(box.read('after')).toBe(box.read('before'));
  });
});
