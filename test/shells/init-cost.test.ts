import { findProgram } from '../support/find-program.ts';
import { run, runProgram } from '../support/run.ts';
import { useSandbox } from '../support/sandbox.ts';
import { SHELLS } from '../support/shells.ts';

const ID = 'cc-aws-1-2';
const SESSION = {
  AI_SESSION_ID: ID,
  AI_SESSION_PROVIDER: 'aws',
  AI_SESSION_MODEL: 'us.anthropic.claude-opus-5-5',
};

/** Starts of processes and programs; threads (fish has some) are none. */
const started = (trace: string): number => {
  const calls = trace.match(/^\d+ +(?:clone3?|v?fork|execve)\(.*/gm) ?? [];
  return calls.filter((call) => !call.includes('CLONE_THREAD')).length;
};

describe.each(SHELLS)('$name: what the integration costs', (shell) => {
  const box = useSandbox();
  const prompt = shell.name === 'fish' ? 'fish_prompt >/dev/null' : '__ai_precmd';

  /** The system calls of a shell that does this, with the text of `ai init` in a file. */
  const trace = (lines: readonly string[], env: Readonly<Record<string, string>> = {}): string => {
    const text = runProgram(box, ['ai', 'init', shell.name, '--prompt']).stdout;
    box.plant('init', text);
    box.plant(`.ai-runner/sessions/${ID}.info`, 'provider=aws\npayer=cloud\n');
    const calls = 'trace=process,execve,openat,open';
    const under = [findProgram('strace'), '-f', '-q', '-e', calls, '-o', box.file('trace')];
    const own = shell.name === 'fish' ? ['function fish_prompt; end'] : [];
    const result = run(shell, box, [...own, ...lines], { under, env });
    expect(result).toMatchObject({ status: 0, stderr: '' });
    return box.read('trace');
  };
  const load = () => `. ${shell.quote(`${box.home}/init`)}`;
  const reads = (text: string): number => text.split(`${ID}.info`).length - 1;

  test('loading starts no process', () => {
    expect(started(trace([load()]))).toBe(started(trace(['true'])));
  });

  test('a prompt starts no process, and the session file is read once', () => {
    const few = trace([load()], SESSION);
    const many = trace([load(), prompt, prompt, prompt], SESSION);
    expect(started(many)).toBe(started(few));
    expect([reads(few), reads(many)]).toEqual([0, 1]);
  });

  test('without a session a prompt opens nothing', () => {
    const opened = (text: string): number => text.match(/ open(at)?\((?!.*"\/dev\/null")/g)?.length ?? 0;
    expect(opened(trace([load(), prompt, prompt]))).toBe(opened(trace([load()])));
  });
});
