import { findProgram } from '../support/find-program.ts';
import { run } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { CONFLICTS } from '../support/session-env.ts';
import { bash, fish, type Shell, zsh } from '../support/shells.ts';

/** Programs that the end of a session takes: only zsh has a builtin that removes a file. */
const AT_END: readonly { readonly name: string; readonly shell: Shell; readonly programsAtEnd: number }[] = [
  { name: 'bash', shell: bash, programsAtEnd: 1 },
  { name: 'zsh', shell: zsh, programsAtEnd: 0 },
  { name: 'fish', shell: fish, programsAtEnd: 1 },
];

/** Process starts in a trace; threads (fish has some) are none. */
const forks = (trace: string): number => {
  const calls = trace.match(/^\d+ +(?:clone3?|v?fork)\(.*/gm) ?? [];
  return calls.filter((call) => !call.includes('CLONE_THREAD')).length;
};

const programs = (trace: string): string[] => trace.match(/execve\("[^"]*"/g) ?? [];

describe.each(AT_END)('$name: what a session costs', ({ shell, programsAtEnd }) => {
  const box = useSandbox({ env: { ...AWS_KEYS, ...CONFLICTS } });

  /** The system calls of a shell that reads the code, does the rest and is killed before it could end the session. */
  const trace = (...rest: readonly string[]): string => {
    const under = [findProgram('strace'), '-f', '-q', '-e', 'trace=process,execve', '-o', box.file('trace')];
    const lines = [`. ${shell.quote(box.file('code'))}`, ...rest, `kill -KILL ${shell.pid}`];
    const result = run(shell, box, lines, { under });
    expect(result).toMatchObject({ signal: 'SIGKILL', stdout: '', stderr: '' });
    return box.read('trace');
  };

  test.each(['--aws --opus', '--apikey', '--ollama --model m'])(
    'ai env %s: the evaluation takes no program and no fork',
    (flags) => {
      run(shell, box, [`true > ${shell.quote(box.file('code'))}`]);
      const idle = trace();
      run(shell, box, [`ai env ${flags} > ${shell.quote(box.file('code'))}`]);
      const busy = trace();
      expect(box.sessions()).toHaveLength(1);
      expect(programs(busy)).toEqual(programs(idle));
      expect(forks(busy) - forks(idle)).toBe(0);
    },
  );

  test(`ai_off takes ${programsAtEnd} programs, and no other fork`, () => {
    run(shell, box, [`ai env --apikey > ${shell.quote(box.file('code'))}`]);
    const begun = trace();
    const ended = trace('ai_off');
    expect(box.sessions()).toHaveLength(1);
    expect(programs(ended)).toHaveLength(programs(begun).length + programsAtEnd);
    expect(forks(ended) - forks(begun)).toBe(programsAtEnd);
  });
});
