import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PACKAGE, REACHABLE } from './package-folder.ts';

export { PACKAGE };

const LAUNCHER = join(REACHABLE, 'shell/ai');

/** Credentials that no server has ever seen. */
export const AWS_KEYS = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
} as const;

export interface SandboxOptions {
  /** Name of the home folder. */
  readonly home?: string;
  /** Variables beside the few that every scenario has. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A world of its own for one scenario: home, temporary folder, working folder, PATH with our commands first. */
export interface Sandbox {
  readonly root: string;
  readonly home: string;
  readonly tmp: string;
  readonly work: string;
  readonly bin: string;
  readonly env: Readonly<Record<string, string>>;
  /** Path of a file for the scenario's own notes; plain ASCII, whatever the home is called. */
  readonly file: (name: string) => string;
  /** Text of such a file, one character a byte. */
  readonly read: (name: string) => string;
  /** Writes a file relative to the home folder and returns its path. */
  readonly plant: (path: string, text: string, mode?: number) => string;
  /** Puts an executable first in PATH. */
  readonly program: (name: string, text: string) => void;
  /** The folder of session files, and what lies in it now. */
  readonly sessionFolder: string;
  readonly sessions: () => string[];
  /** Fields of the only session file. */
  readonly session: () => Record<string, string>;
  /** What was left in the temporary folder. */
  readonly litter: () => string[];
  readonly remove: () => void;
}

const listed = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

/** Reads `key=value` lines; the value goes on to the end of its line. */
export const fields = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

const onlySession = (folder: string): Record<string, string> => {
  const names = listed(folder);
  const [name] = names;
  if (name === undefined || names.length > 1) throw new Error(`not one session file but ${names.length}`);
  return { file: name, ...fields(readFileSync(join(folder, name), 'utf8')) };
};

const plantIn =
  (folder: string) =>
  (path: string, text: string, mode = 0o600): string => {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    // What is there may be a link to a program of this machine.
    rmSync(target, { force: true });
    writeFileSync(target, text, { mode });
    chmodSync(target, mode);
    return target;
  };

const linkPrograms = (bin: string): void => {
  for (const name of ['ai', 'ai-sessions', 'ai-status']) symlinkSync(LAUNCHER, join(bin, name));
  symlinkSync(process.execPath, join(bin, 'node'));
};

/** Has the commands' Node.js start with these words in front. */
export const nodeWith = (box: Sandbox, words: string): void =>
  box.program('node', `#!/bin/sh\nexec '${process.execPath}' ${words} "$@"\n`);

const ROUNDS = 100;
const PAUSE_MS = 100;
/** What somebody who makes or removes files in a folder at the same time leads to. */
const UNDER_WAY: readonly string[] = ['ENOTEMPTY', 'ENOENT'];

/**
 * Removes a folder that may still be written to: a shell or client that has ended may have left a child. Node.js' own retries
 * do not look for new files.
 */
export const removeTree = (root: string): void => {
  for (let round = 1; ; round += 1) {
    try {
      rmSync(root, { recursive: true, force: true });
      return;
    } catch (error) {
      if (round === ROUNDS || !UNDER_WAY.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
};

/** Makes a sandbox; whoever makes one removes it. */
export const sandbox = (options: SandboxOptions = {}): Sandbox => {
  const root = mkdtempSync(join(tmpdir(), 'ai-test-'));
  const [home, tmp, work, bin, out] = [options.home ?? 'home', 'tmp', 'work', 'bin', 'out'].map((name) =>
    join(root, name),
  ) as [string, string, string, string, string];
  for (const folder of [home, tmp, work, bin, out]) mkdirSync(folder);
  linkPrograms(bin);
  const sessionFolder = join(home, '.ai-runner/sessions');
  const programs = plantIn(bin);
  return {
    root,
    home,
    tmp,
    work,
    bin,
    env: {
      PATH: `${bin}:/usr/bin:/bin`,
      HOME: home,
      TMPDIR: tmp,
      TERM: 'xterm-256color',
      LANG: 'C.UTF-8',
      ...options.env,
    },
    file: (name) => join(out, name),
    read: (name) => readFileSync(join(out, name), 'latin1'),
    plant: plantIn(home),
    program: (name, text) => void programs(name, text, 0o755),
    sessionFolder,
    sessions: () => listed(sessionFolder),
    session: () => onlySession(sessionFolder),
    litter: () => listed(tmp),
    remove: () => removeTree(root),
  };
};

/** One sandbox for all tests of the enclosing group; its session, working and other folders are emptied between them. */
export const useSharedSandbox = (options: SandboxOptions = {}): Sandbox => {
  const current = {} as Sandbox;
  beforeAll(() => void Object.assign(current, sandbox(options)));
  afterEach(() => {
    for (const folder of [current.sessionFolder, current.work, current.tmp, dirname(current.file('any'))])
      for (const name of listed(folder)) removeTree(join(folder, name));
  });
  afterAll(() => current.remove());
  return current;
};

/** A fresh sandbox for each test of the enclosing group; the object stays, what it stands for changes. */
export const useSandbox = (options: SandboxOptions = {}): Sandbox => {
  const current = {} as Sandbox;
  beforeEach(() => void Object.assign(current, sandbox(options)));
  afterEach(() => current.remove());
  return current;
};
