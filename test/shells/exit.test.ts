import { type Finished, listing, type RunOptions, run } from '../support/run.ts';
import { AWS_KEYS, type Sandbox, useSandbox, useSharedSandbox } from '../support/sandbox.ts';
import { bash, on, POSIX, SHELLS, type Shell, zsh } from '../support/shells.ts';
import { useSnippet } from '../support/snippet.ts';

/** How a shell ends: title, and lines after the session began. */
type Ending = readonly [string, readonly string[]];

const common = (shell: Shell): readonly Ending[] => [
  ['the end of the script', ['true']],
  ['a last command that fails', ['false']],
  ['a bare exit after a failure', ['sh -c "exit 3"', 'exit']],
  ['exit 0 after a failure', ['false', 'exit 0']],
  ['exit 255', ['exit 255']],
  ['exit in a function', [shell.func('leave', 'exit 7'), 'leave']],
  ['exit in a nested eval', [`eval "eval 'exit 9'"`]],
  ['an error of syntax in an eval', ['eval "if ("']],
  ['a working folder that is gone', ['mkdir gone', 'cd gone', 'rmdir ../gone', 'exit 4']],
  ['another HOME', [shell.export('HOME', '/nowhere'), 'exit 4']],
  ['an empty PATH', [shell.assign('PATH', ''), 'exit 4']],
  ['another TMPDIR', [shell.export('TMPDIR', '/nowhere'), 'exit 4']],
  ['a strict umask', ['umask 777', 'exit 4']],
  ['AI_SESSION_ID changed meanwhile', [shell.export('AI_SESSION_ID', 'cc-aws-1-1'), 'exit 4']],
];

/** What only bash and zsh can do. */
const POSIX_ENDINGS: readonly Ending[] = [
  ['set -e at top level', ['set -e', 'false', 'echo not reached']],
  ['set -e inside a function', ['set -e', 'f() { sh -c "exit 6"; echo not reached; }', 'f']],
  ['set -u', ['set -u', ': "$no_such_variable"', 'echo not reached']],
  ['an unset parameter that must be set', [`: "\${no_such_variable:?missing}"`]],
  ['closed descriptors', ['exec <&- >&- 2>&-', 'exit 5']],
  ['descriptors taken', ['exec 3</dev/null 4>/dev/null 9>/dev/null', 'exit 5']],
];

const endings = (shell: Shell): readonly Ending[] =>
  shell.name === 'fish' ? common(shell) : [...common(shell), ...POSIX_ENDINGS];

/** How a shell ended: what a session must not change. */
const verdict = ({ status, signal }: Finished) => ({ status, signal });

const clean = (box: Sandbox): void => {
  expect(box.sessions()).toEqual([]);
  expect(box.litter()).toEqual([]);
};

describe.each(SHELLS)('$name: the session ends with its shell', (shell) => {
  const box = useSharedSandbox({ env: AWS_KEYS });
  const snippet = useSnippet(box, shell);
  const list = `/bin/ls ${'.ai-runner/sessions'} | cat`;

  /** Runs the lines without a session and with one; the end must be the same. */
  const end = (lines: readonly string[], options: RunOptions = {}): Finished => {
    const control = run(shell, box, ['true', ...lines], options);
    const result = run(shell, box, ['cd', shell.source(snippet.command), list, ...lines], options);
    expect(result.stdout).toMatch(/^cc-aws-\d+-\d+\.info\n$/);
    expect(verdict(result)).toEqual(verdict(control));
    return result;
  };

  test.each(endings(shell))('%s', (_title, lines) => {
    end(lines);
    clean(box);
  });

  test.each(['file', 'code', 'stdin'] as const)('exit 7 in a script given as %s', (as) => {
    expect(end(['exit 7'], { as }).status).toBe(7);
    clean(box);
  });

  test('a text given by -c that ends in an external command', () => {
    expect(end(['/bin/sh -c "exit 6"'], { as: 'code' }).status).toBe(6);
    clean(box);
  });

  test('an ordinary end after off', () => {
    expect(end(['ai_off', on(shell), 'ai_off', 'exit 7']).status).toBe(7);
    clean(box);
  });

  test('SIGKILL and exec leave files, which the next reader prunes', () => {
    expect(end([`kill -KILL ${shell.pid}`]).signal).toBe('SIGKILL');
    expect(run(shell, box, [on(shell), 'exec sh -c "exit 8"']).status).toBe(8);
    expect(box.sessions()).toHaveLength(2);
    expect(listing(box)).toContain('No active sessions.');
    clean(box);
  });

  test('exec of the same shell and a session there: one session, gone with the process', () => {
    const inner = [on(shell), `/bin/ls ${shell.quote(box.sessionFolder)} | wc -l`, 'exit 3'].join('\n');
    const argv = [shell.path, ...shell.code(inner)].map(shell.quote).join(' ');
    const result = run(shell, box, [on(shell), 'sleep 1.1', `exec ${argv}`]);
    expect(result).toMatchObject({ status: 3, stdout: expect.stringMatching(/^\s*1\n$/) });
    clean(box);
  });

  /** fish, and zsh but for SIGHUP, run nothing when a signal kills a script: there the next reader cleans up. */
  const hooked = (signal: string): boolean => shell === bash || (shell === zsh && signal === 'HUP');

  test.each(['HUP', 'TERM', 'INT'])('SIG%s: the same death as without a session', (signal) => {
    end([`kill -${signal} ${shell.pid}`, 'sleep 1', 'exit 4']);
    if (hooked(signal)) clean(box);
    expect(listing(box)).toContain('No active sessions.');
    clean(box);
  });
});

describe.each(POSIX)('$name: errexit from the start', (shell) => {
  const box = useSandbox({ env: AWS_KEYS });

  test.each([
    ['false', 1],
    ['f() { sh -c "exit 6"; echo not reached; }; f', 6],
    ['x=$(exit 5)', 5],
    ['true', 0],
  ])('%s ends with %d', (line, status) => {
    const result = run(shell, box, ['set -euo pipefail', on(shell), line]);
    expect(result).toMatchObject({ status, stdout: '' });
    clean(box);
  });

  test('exec of a missing program leaves at most what the next reader prunes', () => {
    const result = run(shell, box, [on(shell), 'exec /no/such/program']);
    expect([126, 127]).toContain(result.status);
    expect(listing(box)).toContain('No active sessions.');
    clean(box);
  });
});
