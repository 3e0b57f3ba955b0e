import { environment, run } from './run.ts';
import type { Sandbox } from './sandbox.ts';
import { AWS_SESSION } from './session-env.ts';
import { dumpEnv, type Shell } from './shells.ts';
import type { useSnippet } from './snippet.ts';

/** A way of the shell that a session must stand. */
export interface Setting {
  readonly lines: readonly string[];
  /** The shell shows what it does: stderr is not ours then. */
  readonly traced: boolean;
  /** Words that aliases and functions of the setting do not reach. */
  readonly begin: string;
  readonly leave: string;
}

/** A session begins and ends by `ai_off`, begins again and ends with the shell: every time all is as before. */
export const expectOnAndOff = (
  shell: Shell,
  box: Sandbox,
  snippet: ReturnType<typeof useSnippet>,
  { lines, traced, begin, leave }: Setting,
): void => {
  const take = (name: string) => shell.snapshot(box.file(name));
  const result = run(shell, box, [
    shell.capture(snippet.command),
    ...lines,
    take('warm'),
    take('before'),
    begin,
    shell.say('on', shell.status),
    dumpEnv(shell, box.file('during')),
    'ai_off',
    shell.say('off', shell.status),
    take('after'),
    begin,
    leave,
  ]);
  expect(result).toMatchObject({ status: 7, stdout: 'on=0\noff=0\n' });
  if (!traced) expect(result.stderr).toBe('');
  expect(environment(box, 'during')).toMatchObject(AWS_SESSION);
  expect(environment(box, 'during')).not.toHaveProperty('ANTHROPIC_API_KEY');
  expect(shell.settle(box.read('after'))).toBe(shell.settle(box.read('before')));
  expect([box.sessions(), box.litter()]).toEqual([[], []]);
};

/** A line that starts a session, written in whatever way, does it. */
export const expectStart = (shell: Shell, box: Sandbox, line: string): void => {
  const lines = [
    line,
    shell.say('on', shell.status),
    shell.say('provider', shell.orUnset('AI_SESSION_PROVIDER')),
    'ai_off',
    'exit 7',
  ];
  expect(run(shell, box, lines)).toMatchObject({ status: 7, stdout: 'on=0\nprovider=aws\n' });
  expect(box.sessions()).toEqual([]);
};
