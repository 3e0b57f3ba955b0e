// Brings a fresh clone to the point where everything runs: packages and build. Both are done only when something changed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a program with our output; ends the process when it fails. */
export const must = (program, args, options = {}) => {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (status === 0) return;
  console.error(`${program} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`);
  process.exit(1);
};

const changed = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/**
 * Is what the lock file names installed? Versions decide, not times: a clone is younger than packages out of a cache. Optional
 * packages may be missing, as each platform has its own.
 */
export const isInstalled = (folder) => {
  const done = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(done)) return false;
  const { '': _ours, ...named } = packagesOf(join(folder, 'package-lock.json'));
  const there = packagesOf(done);
  return Object.entries(named).every(([path, { version, optional }]) =>
    there[path] ? there[path].version === version : optional,
  );
};

/** Installs what the lock file names, unless that is there. */
export const installPackages = (folder) => {
  if (isInstalled(folder)) return;
  // Not `npm ci`: it insists on the optional packages of every platform, and not every registry has all of them.
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  must('npm', args, { cwd: folder, stdio: ['ignore', 2, 2] });
};

const newest = (folder) =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => changed(join(entry.parentPath ?? entry.path, entry.name))),
  );

/** Builds dist/, unless it is newer than everything it is made from. */
export const build = () => {
  const made = changed(join(root, 'dist/ai.cjs'));
  const sources = ['src', 'man', 'schema', 'scripts'].map((name) => newest(join(root, name)));
  if (made > Math.max(...sources)) return;
  must(process.execPath, [join(root, 'scripts/build.mjs')]);
};

export const setUp = () => {
  installPackages(root);
  build();
};
