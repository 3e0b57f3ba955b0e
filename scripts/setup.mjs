// Brings a fresh clone to the point where everything runs: packages and build. Both are done only when something changed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
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

/** Installs what the lock file names, unless that was done after the lock file last changed. */
export const installPackages = (folder) => {
  const done = changed(join(folder, 'node_modules/.package-lock.json'));
  if (done > 0 && done >= changed(join(folder, 'package-lock.json'))) return;
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
