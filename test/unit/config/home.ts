import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadConfig } from '../../../src/config/load.ts';
import type { UserError } from '../../../src/errors.ts';
import type { CommandResult, Env, World } from '../../../src/world.ts';

/** What the tests take for built in. */
export const BUILTIN = {
  ids: ['aws', 'vertex', 'apikey', 'azure', 'vercel', 'pro', 'ollama', 'lmstudio'],
  flags: ['aws', 'vertex', 'ollama', 'ol', 'lmstudio', 'lm', 'opus', 'team', 'json', 'profile'],
} as const;

/** A home and a working folder on disk, and the world that sees them. */
export interface Home {
  readonly path: string;
  readonly work: string;
  readonly world: World;
  /** What was written for people. */
  readonly said: string[];
  /** What was written to stdout. */
  readonly printed: string[];
  /** Writes a file (path relative to the home) and returns where it is. */
  readonly plant: (name: string, text: string, mode?: number) => string;
}

export interface HomeOptions {
  readonly env?: Env;
  readonly platform?: NodeJS.Platform;
  readonly uid?: number;
  readonly home?: string | undefined;
  readonly run?: World['run'];
}

const runForReal: World['run'] = ([program = '', ...words], { env, timeoutMs }): CommandResult => {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    env: env as NodeJS.ProcessEnv,
    timeout: timeoutMs,
    encoding: 'utf8',
  });
  return { status, stdout, stderr, ...(error && { error: error as NodeJS.ErrnoException }) };
};

const files = {
  read: (path: string) => fs.readFileSync(path, 'utf8'),
  stat: (path: string) => fs.statSync(path),
  lstat: (path: string) => fs.lstatSync(path),
  realpath: (path: string) => fs.realpathSync(path),
} as World['files'];

const made: string[] = [];

/** Makes a home; {@link removeHomes} removes them all. */
export const makeHome = (options: HomeOptions = {}): Home => {
  const root = fs.mkdtempSync(join(tmpdir(), 'ai-config-'));
  made.push(root);
  const [path, work] = [join(root, 'home'), join(root, 'work')];
  for (const folder of [path, work]) fs.mkdirSync(folder);
  const [said, printed]: [string[], string[]] = [[], []];
  const world = {
    env: { PATH: process.env.PATH, ...options.env },
    home: 'home' in options ? options.home : path,
    platform: options.platform ?? 'linux',
    uid: options.uid ?? process.getuid?.() ?? -1,
    cwd: () => work,
    out: (text: string) => void printed.push(text),
    err: (text: string) => void said.push(text),
    run: options.run ?? runForReal,
    files,
  } as unknown as World;
  const plant = (name: string, text: string, mode = 0o600) => {
    const target = join(path, name);
    fs.mkdirSync(dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
    fs.chmodSync(target, mode);
    return target;
  };
  return { path, work, world, said, printed, plant };
};

export const removeHomes = (): void => {
  for (const root of made.splice(0)) fs.rmSync(root, { recursive: true, force: true });
};

/** Loads a configuration of this text from a file of its own. */
export const loadText = (text: string, name = '.ai-runnerrc', mode = 0o600) => {
  const home = makeHome();
  home.plant(name, text, mode);
  return loadConfig(home.world, BUILTIN);
};

const isUserError = (error: unknown): error is UserError =>
  error instanceof Error && error.name === 'UserError';

/** The expected failure of `work`, its home folder written as `~`. */
export const failure = async (work: () => unknown): Promise<{ message: string; hint: string }> => {
  try {
    await work();
  } catch (error) {
    if (!isUserError(error)) throw error;
    const shown = (text: string) => text.replace(/\/\S*?\/home\//g, '~/');
    return { message: shown(error.message), hint: shown(error.hint ?? '') };
  }
  throw new Error('nothing failed');
};
