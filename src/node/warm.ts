import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { TYPICAL } from './typical-runs.ts';
import { furnish } from './warm-home.ts';

/** Milliseconds after which no more runs are started, unless told otherwise: an installation shall not wait for a slow machine. */
const PATIENCE = Number(process.argv[2] ?? 1500);

/** Milliseconds for the run that is under way then. */
const GRACE = 500;

/** Starts each typical run once, so that the home has a code cache that knows it. */
const runAll = (program: string, home: string): void => {
  const env = furnish(home);
  // The fourth gets the plan of a run.
  const nowhere = openSync(devNull, 'r+');
  const end = Date.now() + PATIENCE + GRACE;
  for (const { argv, config, input } of TYPICAL) {
    const timeout = end - Date.now();
    if (timeout < GRACE) return;
    rmSync(join(home, '.ai-runnerrc'), { force: true });
    if (config !== undefined) writeFileSync(join(home, '.ai-runnerrc'), config, { mode: 0o600 });
    const stdio = [input === undefined ? nowhere : 'pipe', nowhere, nowhere, nowhere] as const;
    const options = { cwd: home, env, timeout, stdio: [...stdio], input };
    spawnSync(process.execPath, [program, ...argv], options);
  }
};

/** Is it compiled code for this Node.js? What runs have kept of configurations is not. */
const isCompiled = (name: string): boolean =>
  name.includes(`-${process.version}-${process.platform}-${process.arch}-`) && name.endsWith('.bin');

/** Makes a folder that everybody may read and nobody else may write to, whatever the umask, without caches of this Node.js. */
const clear = (folder: string): void => {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  // Those of another Node.js stay: it may be in use as well.
  const isOld = (name: string) => isCompiled(name) || name.endsWith('.new');
  for (const name of readdirSync(folder).filter(isOld)) rmSync(join(folder, name));
};

/** Copies a file for everybody to read, which is there under its name at once. */
const publish = (from: string, to: string): void => {
  const draft = `${to}.${process.pid}.new`;
  try {
    copyFileSync(from, draft);
    chmodSync(draft, 0o644);
    renameSync(draft, to);
  } finally {
    rmSync(draft, { force: true });
  }
};

/**
 * Makes the code caches of the Node.js that runs this, and puts them beside the program, so that the first run of a user
 * is not the one that has to compile it. What goes wrong goes wrong in silence: then first runs are slower.
 */
const warm = (dist: string): void => {
  const [own, shipped] = [mkdtempSync(join(tmpdir(), 'ai-runner-')), join(dist, 'cache')];
  try {
    // What is there would be used, and nothing made.
    clear(shipped);
    runAll(join(dist, 'ai.cjs'), own);
    const made = join(own, '.ai-runner/cache');
    for (const name of readdirSync(made).filter(isCompiled)) publish(join(made, name), join(shipped, name));
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
};

try {
  warm(__dirname);
} catch {
  // Nothing is missing without.
}
