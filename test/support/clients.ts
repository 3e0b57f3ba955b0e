import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { LIMIT_MS } from './limit.ts';

const MODULES = join(__dirname, '..', 'clients', 'node_modules');
const PLATFORM = `${process.platform}-${process.arch}`;

/** Claude Code 2.1.330: absolute path of its native program. Throws when it is not installed. */
export const claude = (): string => native('Claude Code 2.1.330', claudePaths(MODULES));

/** Claude Code 2.1.197, which leaks credentials that newer ones hold back; the lock file nests its program. */
export const claude197 = (): string =>
  native('Claude Code 2.1.197', claudePaths(join(MODULES, 'claude-197', 'node_modules')));

/** Codex 0.169.0: absolute path of its native program, not of the Node script in front of it. */
export const codex = (): string => native('Codex 0.169.0', codexPaths());

/** npm installs the package of this platform only, so glibc and musl never lie side by side. */
const claudePaths = (modules: string): readonly string[] =>
  ['', '-musl'].map((libc) => join(modules, '@anthropic-ai', `claude-code-${PLATFORM}${libc}`, 'claude'));

const codexPaths = (): readonly string[] => {
  const vendor = join(MODULES, '@openai', `codex-${PLATFORM}`, 'vendor');
  const triples = existsSync(vendor) ? readdirSync(vendor) : [];
  return triples.map((triple) => join(vendor, triple, 'bin', 'codex'));
};

const native = (name: string, paths: readonly string[]): string => {
  const found = paths.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(`${name} is not installed for ${PLATFORM}: run \`node scripts/clients.mjs\``);
};

/** Variables as a client receives them. */
export type ClientEnv = Readonly<Record<string, string>>;

/**
 * The whole environment of a client: nothing of the caller's, plus `extra`. The loopback server at `url` is also
 * its proxy, so that a client on its way out is stopped and recorded: https as `CONNECT host:port`, http with the
 * whole URL as path.
 */
export const clientEnv = (home: string, url: string, extra: ClientEnv): ClientEnv => ({
  PATH: '/usr/local/bin:/usr/bin:/bin',
  HOME: home,
  TERM: 'xterm-256color',
  LANG: 'C.UTF-8',
  HTTP_PROXY: url,
  HTTPS_PROXY: url,
  NO_PROXY: '127.0.0.1,localhost,::1',
  CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
  DISABLE_AUTOUPDATER: '1',
  ...extra,
});

const QUIET_CODEX = `check_for_update_on_startup = false
[analytics]
enabled = false
[features]
plugins = false
`;

/** Writes the `config.toml` that keeps Codex from telemetry and from cloning its plugin list at first start. */
export const quietCodex = (home: string): void => {
  mkdirSync(join(home, '.codex'), { mode: 0o700 });
  writeFileSync(join(home, '.codex', 'config.toml'), QUIET_CODEX);
};

/** How a client ended; `status` is `null` when a signal ended it (SIGKILL: the time limit). */
export interface ClientResult {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Text for stdin (closed at once without one), time limit (default {@link LIMIT_MS}), folder (default: HOME). */
export interface ClientOptions {
  readonly stdin?: string;
  readonly timeoutMs?: number;
  readonly cwd?: string;
}

/**
 * Runs a client to its end, in a process group of its own that the time limit kills as a whole.
 * Rejects when the environment lacks the loopback proxy of {@link clientEnv}: a client must never call out.
 */
export const runClient = async (
  binary: string,
  args: readonly string[],
  env: ClientEnv,
  { stdin, timeoutMs = LIMIT_MS, cwd = env.HOME }: ClientOptions = {},
): Promise<ClientResult> => {
  if (!env.HTTPS_PROXY?.startsWith('http://127.0.0.1:'))
    throw new Error('a client is started with the loopback proxy only: use clientEnv');
  const child = spawn(binary, args, { env, detached: true, cwd });
  child.stdin.on('error', () => undefined).end(stdin);
  const [stdout, stderr] = [gather(child.stdout), gather(child.stderr)];
  const timer = setTimeout(() => killGroup(child), timeoutMs);
  return new Promise<ClientResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve({ status, signal, stdout: stdout(), stderr: stderr() }));
  }).finally(() => clearTimeout(timer));
};

const gather = (stream: Readable): (() => string) => {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
};

/** The pipes go too: a grandchild that left the group would hold them open. */
const killGroup = ({ pid, stdout, stderr }: ChildProcess): void => {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  stdout?.destroy();
  stderr?.destroy();
};
