import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { files as realWorldFiles } from '../../../src/node/files.ts';
import type { CommandResult, Files, World } from '../../../src/world.ts';

/** A world over a real temporary home, with what it was told to print. */
export interface Sandbox {
  readonly world: World;
  readonly home: string;
  /** The sessions folder; it exists. */
  readonly folder: string;
  readonly out: () => string;
  readonly err: () => string;
  /** Writes a file into the sessions folder and returns its path. */
  write(name: string, text: string): string;
  /** Names in the sessions folder, sorted. */
  names(): string[];
}

const refuse = (what: string) => (): never => {
  throw new Error(`${what} is not for the sessions`);
};

export const realFiles: Files = {
  readBytes: (path) => fs.readFileSync(path),
  read: (path) => fs.readFileSync(path, 'utf8'),
  list: (folder) => fs.readdirSync(folder),
  readSmall: realWorldFiles.readSmall,
  stat: (path) => fs.statSync(path),
  lstat: (path) => fs.lstatSync(path),
  realpath: (path) => fs.realpathSync(path),
  remove: (path) => fs.unlinkSync(path),
  makeFolder: refuse('makeFolder'),
  replace: refuse('replace'),
  keep: refuse('keep'),
  temporary: refuse('temporary'),
  writable: refuse('writable'),
};

const run: World['run'] = ([program = '', ...args], { env, timeoutMs }): CommandResult => {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    env: { ...env },
    timeout: timeoutMs,
    encoding: 'utf8',
  });
  return { status, stdout: stdout ?? '', stderr: stderr ?? '', ...(error ? { error } : {}) };
};

const exists = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const open: string[] = [];

/** Removes the homes of all sandboxes; for `afterEach`. */
export const removeSandboxes = (): void => {
  for (const home of open.splice(0)) fs.rmSync(home, { recursive: true, force: true });
};

export const sandbox = (changes: Partial<World> = {}): Sandbox => {
  const home = fs.mkdtempSync(join(tmpdir(), 'ai-sessions-'));
  open.push(home);
  const folder = join(home, '.ai-runner', 'sessions');
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const printed = { out: '', err: '' };
  const world: World = {
    argv: [],
    env: { PATH: process.env.PATH },
    home,
    platform: process.platform,
    pid: process.pid,
    ppid: process.ppid,
    uid: process.geteuid?.() ?? -1,
    version: '0.0.0',
    packageDir: home,
    self: [],
    launcher: '',
    unbroken: (work) => work(),
    toolHost: () => Promise.reject(new Error('no tool runs here')),
    stdin: { kind: 'null', read: async () => ({ bytes: Buffer.alloc(0), silent: false }) },
    plan: () => undefined,
    stdout: { isTTY: false, columns: 80 },
    stderr: { isTTY: false, columns: 80 },
    now: () => Date.now(),
    cwd: () => home,
    tty: () => undefined,
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    ask: async () => undefined,
    exists,
    run,
    detach: () => undefined,
    get: async () => undefined,
    files: realFiles,
    ...changes,
  };
  return {
    world,
    home,
    folder,
    out: () => printed.out,
    err: () => printed.err,
    write: (name, text) => {
      fs.writeFileSync(join(folder, name), text, { mode: 0o600 });
      return join(folder, name);
    },
    names: () => fs.readdirSync(folder).sort(),
  };
};
