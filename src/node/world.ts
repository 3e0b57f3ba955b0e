import { readFileSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { World } from '../world.ts';
import { files } from './files.ts';
import { writeAll, writeOut } from './output.ts';
import { detach, run } from './run.ts';
import { kindOf } from './stdin-kind.ts';
import { isTerminal } from './terminal.ts';
import { unbroken } from './unbroken.ts';

const packageDir = dirname(__dirname);

const cwd = (): string | undefined => {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
};

/** A descriptor that is a terminal leads to its name: /proc/self/fd on Linux, proc(5). */
const tty = (): string | undefined => {
  for (const descriptor of [0, 2, 1]) {
    if (!isTerminal(descriptor)) continue;
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`);
    } catch {}
  }
  return undefined;
};

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Columns where no terminal says how many it has. */
const WIDTH = 80;

const stream = (descriptor: number, columns: () => number | undefined) => ({
  isTTY: isTerminal(descriptor),
  get columns() {
    // To ask makes a stream of it, with all that streams need; a pipe has no columns.
    return (this.isTTY && columns()) || WIDTH;
  },
});

const home = (): string | undefined => {
  try {
    return process.env.HOME || process.getBuiltinModule('node:os').homedir() || undefined;
  } catch {
    return undefined;
  }
};

const version = (): string =>
  (JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string }).version;

/** The environment of the caller: the launcher hides two variables from our own Node.js only. */
const callersEnv = (): NodeJS.ProcessEnv => {
  const { AI_RUNNER_CA, AI_RUNNER_NODE_OPTIONS, ...env } = process.env;
  if (AI_RUNNER_CA !== undefined) env.NODE_EXTRA_CA_CERTS = AI_RUNNER_CA;
  if (AI_RUNNER_NODE_OPTIONS !== undefined) env.NODE_OPTIONS = AI_RUNNER_NODE_OPTIONS;
  return env;
};

/** The build puts a hash of all of its files here. */
declare const __BUILD_ID: string | undefined;

const build = typeof __BUILD_ID === 'string' ? `${__BUILD_ID}-${process.version}` : undefined;

/** The process, its files and its clock. */
export const nodeWorld = (): World => ({
  argv: process.argv.slice(2),
  env: callersEnv(),
  home: home(),
  platform: process.platform,
  pid: process.pid,
  ppid: process.ppid,
  uid: process.geteuid?.() ?? -1,
  get version() {
    return version();
  },
  ...(build !== undefined && { build }),
  packageDir,
  self: [process.execPath, join(__dirname, 'ai.cjs')],
  launcher: join(packageDir, 'shell', 'ai'),
  stdin: {
    get kind() {
      return kindOf(0);
    },
    read: async (options) => (await import('./stdin.ts')).readDescriptor(0, options),
  },
  stdout: stream(1, () => process.stdout.columns),
  stderr: stream(2, () => process.stderr.columns),
  now: () => Date.now(),
  cwd,
  tty,
  out: writeOut,
  plan: (text) => writeAll(3, text, true),
  err: (text) => writeAll(2, text),
  ask: async (question) => (await import('./ask.ts')).ask(question),
  exists,
  run,
  unbroken,
  toolHost: async (pidFile) => (await import('./host.ts')).nodeHost(pidFile),
  detach: (argv, env) => detach(argv, env, home() ?? '/'),
  get: async (url, timeoutMs) => (await import('./get.ts')).get(url, timeoutMs),
  files,
});
