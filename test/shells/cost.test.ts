import { findProgram } from '../support/find-program.ts';
import { run } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { CONFLICTS } from '../support/session-env.ts';
import { bash, fish, type Shell, zsh } from '../support/shells.ts';

/** Forks of the shell itself that its builtins cannot do without. */
const FORKS: readonly { readonly name: string; readonly shell: Shell; readonly limit: number }[] = [
  { name: 'bash', shell: bash, limit: 2 },
  { name: 'zsh', shell: zsh, limit: 1 },
  { name: 'fish', shell: fish, limit: 0 },
];

/** Process starts in a trace; threads (fish has some) are none. */
const forks = (trace: string): number => {
  const calls = trace.match(/^\d+ +(?:clone3?|v?fork)\(.*/gm) ?? [];
  return calls.filter((call) => !call.includes('CLONE_THREAD')).length;
};

const programs = (trace: string): string[] => trace.match(/execve\("[^"]*"/g) ?? [];

describe.each(FORKS)('$name: what the evaluation costs', ({ shell, limit }) => {
  const box = useSandbox({ env: { ...AWS_KEYS, ...CONFLICTS } });

  /** The system calls of a shell that reads the code and is killed before anything could end the session. */
  const trace = (): string => {
    const under = [findProgram('strace'), '-f', '-q', '-e', 'trace=process,execve', '-o', box.file('trace')];
    const lines = [`. ${shell.quote(box.file('code'))}`, `kill -KILL ${shell.pid}`];
    const result = run(shell, box, lines, { under });
    expect(result).toMatchObject({ signal: 'SIGKILL', stdout: '', stderr: '' });
    return box.read('trace');
  };

  test.each(['--aws --opus', '--apikey', '--ollama --model m'])(
    'ai env %s: no program, and few forks',
    (flags) => {
      run(shell, box, [`true > ${shell.quote(box.file('code'))}`]);
      const idle = trace();
      run(shell, box, [`ai env ${flags} > ${shell.quote(box.file('code'))}`]);
      const busy = trace();
      expect(box.sessions()).toHaveLength(1);
      expect(programs(busy)).toEqual(programs(idle));
      expect(forks(busy) - forks(idle)).toBeLessThanOrEqual(limit);
    },
  );
});
