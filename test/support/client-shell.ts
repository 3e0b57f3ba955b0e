import { writeFileSync } from 'node:fs';
import type { Stage } from './client-stage.ts';
import { type ClientResult, clientEnv, runClient } from './clients.ts';
import { fields } from './sandbox.ts';
import { dumpEnv, on, type Shell } from './shells.ts';

/** The caller's variables; `undefined`: not there. */
export type CallerEnv = Readonly<Record<string, string | undefined>>;

/** How a shell with clients in it ended, and the `key=value` lines that it printed. */
export interface ShellResult extends ClientResult {
  readonly said: Readonly<Record<string, string>>;
}

const given = (env: CallerEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** Runs lines in a new shell; its clients reach the stage's servers and nothing else. */
export const runInShell = async (
  shell: Shell,
  { box, server }: Stage,
  lines: readonly string[],
  env: CallerEnv = {},
): Promise<ShellResult> => {
  const script = box.file('script');
  writeFileSync(script, `${lines.join('\n')}\n`);
  const caller = given({ ...clientEnv(box.home, server.url, box.env), CLAUDE_CODE_MAX_RETRIES: '0', ...env });
  const result = await runClient(shell.path, shell.file(script), caller, { cwd: box.work });
  return { ...result, said: fields(result.stdout) };
};

/** A session around `lines`: notes the environment before, during and after it, and says how both ends went. */
export const session = (
  shell: Shell,
  { box }: Stage,
  flags: string,
  lines: readonly string[],
): readonly string[] => [
  dumpEnv(shell, box.file('before')),
  on(shell, flags),
  shell.say('on', shell.status),
  dumpEnv(shell, box.file('during')),
  ...lines,
  'ai_off',
  shell.say('off', shell.status),
  dumpEnv(shell, box.file('after')),
];

/** One question to a client, and how that ended. */
export const ask = (shell: Shell, client: string, words = '-p ping'): readonly string[] => [
  `${shell.quote(client)} ${words}`,
  shell.say('client', shell.status),
];
