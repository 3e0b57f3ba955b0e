import { rmSync, writeFileSync } from 'node:fs';
import { type ClientResult, clientEnv, runClient } from './clients.ts';
import { hostileSettings } from './hostile-settings.ts';
import type { RecordedRequest } from './loopback/exchange.ts';
import { type Loopback, startLoopback } from './loopback/server.ts';
import { fields, type Sandbox, sandbox } from './sandbox.ts';
import type { Shell } from './shells.ts';

/** A sandbox, the server that a provider's requests shall reach, and the one that no request may reach. */
export interface Stage {
  readonly box: Sandbox;
  readonly server: Loopback;
  readonly hostile: Loopback;
}

const raise = async (): Promise<Stage> => {
  const stage = { box: sandbox(), server: await startLoopback(), hostile: await startLoopback() };
  stage.box.plant('.claude/settings.json', hostileSettings(stage.hostile.url));
  return stage;
};

/** A client's last writes may still be on their way when it has ended. */
const strike = async ({ box, server, hostile }: Stage): Promise<void> => {
  rmSync(box.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  await Promise.all([server.close(), hostile.close()]);
};

/** A fresh stage for each test of the enclosing group, whose home has hostile settings for Claude Code. */
export const useStage = (): Stage => {
  const current = {} as Stage;
  beforeEach(async () => void Object.assign(current, await raise()));
  afterEach(() => strike(current));
  return current;
};

/** The caller's variables; `undefined`: not there. */
export type CallerEnv = Readonly<Record<string, string | undefined>>;

const given = (env: CallerEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** How a shell with clients in it ended, and the `key=value` lines that it printed. */
export interface ShellResult extends ClientResult {
  readonly said: Readonly<Record<string, string>>;
}

/** Runs lines in a new shell, in which clients can reach nothing but the stage's servers. */
export const runInShell = async (
  shell: Shell,
  { box, server }: Stage,
  lines: readonly string[],
  env: CallerEnv = {},
): Promise<ShellResult> => {
  const script = box.file('script');
  writeFileSync(script, Buffer.from(`${lines.join('\n')}\n`, 'latin1'));
  const caller = given({ ...clientEnv(box.home, server.url, {}), ...box.env, ...env });
  const result = await runClient(shell.path, shell.file(script), caller, { cwd: box.work, timeoutMs: 50_000 });
  return { ...result, said: fields(result.stdout) };
};

/** What arrived, as `METHOD path`; a client on its way out shows as `CONNECT host:port`. */
export const arrivals = ({ requests }: Loopback): string[] =>
  requests.map(({ method, path }) => `${method} ${path}`);

/** Those of `texts` that stand anywhere in a request: address, headers, body. */
export const shown = (requests: readonly RecordedRequest[], texts: readonly string[]): string[] => {
  const all = JSON.stringify(requests);
  return texts.filter((text) => all.includes(JSON.stringify(text).slice(1, -1)));
};
