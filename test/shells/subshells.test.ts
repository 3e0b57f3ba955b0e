import { type Finished, listing, run } from '../support/run.ts';
import { AWS_KEYS, useSandbox, useSharedSandbox } from '../support/sandbox.ts';
import { bash, on, POSIX, type Shell, type ShellName, zsh } from '../support/shells.ts';
import { useSnippet } from '../support/snippet.ts';

/** Parts of a shell that end, each in its own process. */
const PARTS: readonly (readonly [string, string])[] = [
  ['a subshell that exits', '(exit 3)'],
  ['a subshell that ends', '(true)'],
  ['a subshell that fails under set -e', '(set -e; false; true)'],
  ['a command substitution', 'x=$(exit 3)'],
  ['a command substitution with a program', 'x=$(/bin/true)'],
  ['the start of a pipeline', '{ echo; exit 5; } | cat >/dev/null'],
  ['the middle of a pipeline', 'true | (exit 5) | cat'],
  ['a job in the background', '{ exit 2; } & wait'],
  [
    'a job that is terminated',
    '{ : > ready; exec sleep 60 >/dev/null 2>&1; } & until [ -e ready ]; do sleep 0.01; done; kill -TERM $!; wait 2>/dev/null',
  ],
  ['a process substitution', 'cat <(echo; exit 1) >/dev/null'],
  ['a writing process substitution', 'echo > >(cat >/dev/null; exit 1); sleep 0.05'],
  ['a subshell of a subshell', '( (exit 3) )'],
  ['a subshell that runs a handler of its own', "(trap 'true' EXIT; exit 3)"],
  ['a subshell that execs', '(exec true)'],
  ['a subshell that kills itself', "(sh -c 'kill -TERM $PPID'; sleep 1) 2>/dev/null"],
];

/** `ai_off` where it cannot reach the shell's variables; each prints its status. */
const REFUSED: readonly (readonly [string, string])[] = [
  ['a subshell', '(ai_off; echo "rc=$?")'],
  ['a command substitution', 'echo "rc=$(ai_off; echo $?)"'],
  ['the start of a pipeline', '{ ai_off; echo "rc=$?"; } | cat'],
  ['the background', '{ ai_off; echo "rc=$?"; } & wait'],
  ['a process substitution', 'cat <(ai_off; echo "rc=$?")'],
  ['a subshell of a subshell', '( (ai_off; echo "rc=$?") )'],
];

const HOOKS: Readonly<Record<string, readonly string[]>> = {
  bash: ["trap 'echo user' EXIT"],
  zsh: ['zshexit() { [[ $ZSH_SUBSHELL = 0 ]] && echo user }'],
};

describe.each(POSIX)('$name: the session survives', (shell) => {
  const box = useSharedSandbox({ env: AWS_KEYS });
  const snippet = useSnippet(box, shell);
  const begin = () => shell.source(snippet.command);

  /** Says how many session files there are and whether the variables are set. */
  const state = (key: string) => [
    `echo "${key}=$(/bin/ls ${shell.quote(box.sessionFolder)} | wc -l | tr -d ' ')/\${AI_SESSION_PROVIDER-UNSET}"`,
  ];

  const survived = (result: Finished, extra: Readonly<Record<string, string>> = {}): void => {
    expect(result).toMatchObject({ status: 0, said: { before: '1/aws', after: '1/aws', ...extra } });
    expect(box.sessions()).toEqual([]);
  };

  test.each(PARTS)('%s', (_title, part) => {
    survived(run(shell, box, [begin(), ...state('before'), part, ...state('after'), 'exit 0']));
  });

  test.each(PARTS)('%s, with a handler of the user', (_title, part) => {
    const hooks = HOOKS[shell.name] ?? [];
    const result = run(shell, box, [
      ...hooks,
      begin(),
      ...state('before'),
      part,
      ...state('after'),
      'exit 0',
    ]);
    survived(result);
    expect(result.stdout.match(/^user$/gm)).toHaveLength(1);
  });

  test.each(REFUSED)('ai_off in %s: refused with a message', (_title, part) => {
    const result = run(shell, box, [
      begin(),
      ...state('before'),
      part,
      ...state('after'),
      'ai_off',
      ...state('end'),
    ]);
    survived(result, { rc: '1', end: '0/UNSET' });
    expect(result.stderr).not.toBe('');
  });

  test('a session inside a subshell is its own: outside nothing changes', () => {
    const inner = `(${on(shell)}; echo "inner=$AI_SESSION_PROVIDER"; ai_off; echo "off=$?/\${ANTHROPIC_MODEL-UNSET}")`;
    const result = run(shell, box, [inner, shell.say('outer', shell.orUnset('AI_SESSION_PROVIDER'))]);
    expect(result.said).toEqual({ inner: 'aws', off: '0/UNSET', outer: 'UNSET' });
    expect(box.sessions()).toEqual([]);
  });

  test('a session inside a subshell that just ends is gone with it', () => {
    const inner = `(${on(shell)}; echo "inner=$AI_SESSION_PROVIDER"; exit 4)`;
    expect(run(shell, box, [inner, 'echo "rc=$?"', 'ai-sessions']).stdout).toMatch(
      /^inner=aws\nrc=4\n[\s\S]*No active sessions\./,
    );
    expect(listing(box)).toContain('No active sessions.');
    expect(box.sessions()).toEqual([]);
  });

  test('a session inside a subshell that is killed is not taken for the shell’s own', () => {
    const inner = `(${on(shell)}; echo "inner=$AI_SESSION_PROVIDER"; sh -c 'kill -KILL $PPID'; true) 2>/dev/null`;
    const result = run(shell, box, [inner, 'ai-sessions --quiet', 'echo end']);
    expect(result).toMatchObject({ status: 0, stdout: 'inner=aws\nend\n' });
    expect(box.sessions()).toEqual([]);
  });

  test('a session inside a subshell of a session leaves the outer one alone', () => {
    const inner = `(${on(shell, '--ollama --model m')}; echo "inner=$AI_SESSION_PROVIDER/\${CLAUDE_CODE_USE_BEDROCK-UNSET}"; ai_off)`;
    const result = run(shell, box, [on(shell), ...state('before'), inner, ...state('after'), 'exit 0']);
    survived(result, { inner: 'ollama/UNSET' });
  });
});

/** A handler that runs in subshells by itself (TRAPEXIT of zsh) or is inherited on purpose must not end the session. */
describe('handlers that reach subshells', () => {
  const box = useSandbox({ env: AWS_KEYS });

  const cases: readonly (readonly [ShellName, string, Shell])[] = [
    ['bash', 'set -T; (exit 3)', bash],
    ['bash', 'shopt -s lastpipe; true | true', bash],
    ['bash', 'coproc { exit 2; }; wait', bash],
    ['zsh', 'TRAPEXIT() { :; }; x=$(/bin/true); (exit 2)', zsh],
    ['zsh', 'coproc { exit 2 }; wait', zsh],
    ['zsh', 'true =(echo; exit 1)', zsh],
    ['zsh', '{ exit 2 } &!; sleep 0.05', zsh],
    ['zsh', 'setopt posix_traps; (exit 3)', zsh],
  ];

  test.each(cases)('%s: %s', (_name, line, shell) => {
    const count = `/bin/ls ${shell.quote(box.sessionFolder)} | wc -l`;
    const result = run(shell, box, [on(shell), line, `echo "count=$(${count})"`]);
    expect(result.said.count?.trim()).toBe('1');
    expect(listing(box)).toContain('No active sessions.');
  });
});
