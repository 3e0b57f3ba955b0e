import { type Finished, listing, run } from '../support/run.ts';
import { AWS_KEYS, useSandbox, useSharedSandbox } from '../support/sandbox.ts';
import { bash, on } from '../support/shells.ts';
import { useSnippet } from '../support/snippet.ts';

/** EXIT handlers of the user, set before the session. */
const HANDLERS: readonly (readonly [string, readonly string[]])[] = [
  ['plain', [`trap 'echo "user $?"' EXIT`]],
  ['with both kinds of quotes', [`trap "echo 'it is' \\"\\$?\\" 'a  b' \\\\\\\\" EXIT`]],
  ['of several lines with comments', ["trap '# first\necho one $? # it is\n\n# last\necho two' EXIT"]],
  ['that ends in a comment', ['trap \'echo "$?" # the end\' EXIT']],
  ['that ends in a semicolon', ["trap 'echo semicolon $?;' EXIT"]],
  ['with a here-document', ["trap 'cat <<END\nstatus $?\nEND\n' EXIT"]],
  ['that is a function', ['f() { echo "f $?"; return 9; }', 'trap f EXIT']],
  ['that fails', ["trap 'false; echo after $?' EXIT"]],
  ['that fails at its end', ['trap \'echo "$?"; false\' EXIT']],
  ['that calls exit', ['trap \'echo "$?"; exit 3\' EXIT']],
  ['with a case', [`trap 'case $? in 7) echo seven;; *) echo other;; esac' EXIT`]],
  ['with binary bytes', ["trap $'printf %s \\'\\xff\\x01\\'; echo $?' EXIT"]],
  ['that looks at $-, $@ and $_', [`set -- a 'b c'; trap 'echo "$?" "$#" "$2"' EXIT`]],
  ['that looks at the environment', [`trap 'env | grep -c "^ANTHROPIC_\\|^AI_SESSION_\\|^CLAUDE_"' EXIT`]],
  ['that is ignored', ["trap '' EXIT"]],
  ['that starts with a dash', ['trap -- \'-x; echo "$?"\' EXIT']],
  ['as well as other signals', [`trap 'echo "user $?"' EXIT INT HUP`]],
];

const ENDS = ['exit 7', 'set -e; sh -c "exit 6"', 'f2() { exit 5; }; f2', 'true'] as const;

const verdict = ({ status, signal, stdout }: Finished) => ({ status, signal, stdout });

describe('bash: an EXIT handler from before the session', () => {
  const box = useSharedSandbox({ env: AWS_KEYS });
  const snippet = useSnippet(box, bash);
  const begin = () => bash.source(snippet.command);

  test.each(HANDLERS)('%s: runs once, with the right status, and ours runs too', (_title, handler) => {
    for (const end of ENDS) {
      const control = run(bash, box, [...handler, 'true', end]);
      const result = run(bash, box, [...handler, begin(), end]);
      expect({ end, ...verdict(result) }).toEqual({ end, ...verdict(control) });
      expect(box.sessions()).toEqual([]);
    }
  });

  test.each(HANDLERS)('%s: is the only one again after off', (_title, handler) => {
    const list = (name: string) => `trap -p > ${bash.quote(box.file(name))}`;
    const lines = [begin(), 'ai_off'];
    const result = run(bash, box, [...handler, list('before'), ...lines, list('after'), 'exit 7']);
    expect(box.read('after')).toBe(box.read('before'));
    expect(verdict(result)).toEqual(verdict(run(bash, box, [...handler, list('x'), 'exit 7'])));
  });

  test.each(HANDLERS)('%s: runs once although sessions were switched', (_title, handler) => {
    const lines = [begin(), on(bash, '--ollama --model m')];
    const result = run(bash, box, [...handler, ...lines, 'exit 7']);
    expect(verdict(result)).toEqual(verdict(run(bash, box, [...handler, 'exit 7'])));
    expect(box.sessions()).toEqual([]);
  });

  test('sees the environment from before the session', () => {
    const lines = [
      `trap 'echo "key=$ANTHROPIC_API_KEY model=\${ANTHROPIC_MODEL-UNSET}"' EXIT`,
      on(bash),
      'exit 2',
    ];
    const result = run(bash, box, lines, { env: { ANTHROPIC_API_KEY: 'k' } });
    expect(result).toMatchObject({ status: 2, stdout: 'key=k model=UNSET\n' });
  });

  test.each(['HUP', 'TERM', 'INT'])('runs on SIG%s as it would without a session', (signal) => {
    const lines = [`trap 'echo "user $?"' EXIT`, `kill -${signal} $$`];
    const control = run(bash, box, [lines[0] ?? '', 'true', lines[1] ?? '']);
    const result = run(bash, box, [lines[0] ?? '', on(bash), lines[1] ?? '']);
    expect(verdict(result)).toEqual(verdict(control));
    expect(box.sessions()).toEqual([]);
  });
});

describe('bash: an EXIT handler set during the session', () => {
  const box = useSandbox({ env: AWS_KEYS });

  test('wins; liveness cleans up', () => {
    const result = run(bash, box, [on(bash), `trap 'echo "later $?"' EXIT`, 'exit 7']);
    expect(result).toMatchObject({ status: 7, stdout: 'later 7\n' });
    expect(listing(box)).toContain('No active sessions.');
    expect(box.sessions()).toEqual([]);
  });

  test('is left alone by off', () => {
    const result = run(bash, box, [
      `trap 'echo old' EXIT`,
      on(bash),
      `trap 'echo "later $?"' EXIT`,
      'ai_off',
      'exit 7',
    ]);
    expect(result).toMatchObject({ status: 7, stdout: 'later 7\n', stderr: '' });
    expect(box.sessions()).toEqual([]);
  });

  /** What bash-preexec-like tools do: read the present handler and put their own around it. */
  const wrap = [
    't=$(trap -p EXIT); eval "set -- $t"',
    'wrapped=$3',
    `trap 'echo "wrap $?"; eval "$wrapped"' EXIT`,
  ];

  test.each([
    ['the end', []],
    ['a switch', ['eval "$(ai env --ollama --model m)"']],
  ])('wrapped by another tool, then %s: each runs once', (_title, lines) => {
    const result = run(bash, box, [`trap 'echo user' EXIT`, on(bash), ...wrap, ...lines, 'exit 7']);
    expect(result).toMatchObject({ status: 7, stdout: 'wrap 7\nuser\n' });
    expect(box.sessions()).toEqual([]);
  });

  test('wrapped by another tool, then off: each runs once, nothing is missing', () => {
    const result = run(bash, box, [
      `trap 'echo user' EXIT`,
      capture,
      'eval "$code"',
      ...wrap,
      'ai_off',
      'exit 7',
    ]);
    expect(result).toMatchObject({ status: 7, stdout: 'wrap 7\nuser\n', stderr: '' });
  });

  const capture = bash.capture('ai env --aws --opus');
});

describe('bash: other traps', () => {
  const box = useSandbox({ env: AWS_KEYS });
  const settings = ['', 'set -T', 'set -E', 'set -ET', 'shopt -s extdebug'];

  test.each(settings)('ERR, DEBUG, RETURN and INT stay, and ERR does not fire (%s)', (setting) => {
    const take = (name: string) => `trap -p > ${bash.quote(box.file(name))}`;
    const traps = [
      "trap 'echo ERR' ERR",
      "trap 'returned=1' RETURN",
      "trap 'debugged=1' DEBUG",
      "trap 'echo INT' INT",
    ];
    const code = bash.capture('ai env --aws --opus');
    const result = run(bash, box, [
      ...[code, ...traps, setting, take('before'), bash.evaluate, take('during'), 'ai_off', take('after')],
    ]);
    expect(result).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(box.read('after')).toBe(box.read('before'));
    for (const line of box.read('before').trimEnd().split('\n')) expect(box.read('during')).toContain(line);
  });

  test('a DEBUG handler that functions inherit is not run for all that we do', () => {
    const lines = [bash.capture('ai env --aws --opus'), 'set -T', 'trap \'seen+=("$BASH_COMMAND")\' DEBUG'];
    const end = ['ai_off', 'trap - DEBUG', `echo "seen=\${#seen[@]}"`];
    const { said } = run(bash, box, [...lines, bash.evaluate, ...end]);
    expect(Number(said.seen)).toBeGreaterThan(2);
    expect(Number(said.seen)).toBeLessThan(80);
  });

  test('on and off inside functions: the handler is the shell’s, not the function’s', () => {
    const lines = [bash.func('start', on(bash)), bash.func('stop', 'ai_off'), `trap 'echo "user $?"' EXIT`];
    expect(run(bash, box, [...lines, 'start', 'echo on', 'exit 7']).stdout).toBe('on\nuser 7\n');
    expect(run(bash, box, [...lines, 'start', 'stop', 'echo off', 'exit 7']).stdout).toBe('off\nuser 7\n');
    expect(box.sessions()).toEqual([]);
  });
});
