import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../test/clients/', import.meta.url));
const lock = `${folder}package-lock.json`;
/** A copy of the lock file that was installed; written last, so that a broken install is repeated. */
const installed = `${folder}node_modules/.installed-lock.json`;

const fresh = () => existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lock, 'utf8');

/** Installs the real clients (about 1 GB) for the end-to-end tests, unless the lock file's are there. */
export const ensureClients = () => {
  if (fresh()) return;
  const { status, error } = spawnSync('npm', ['install', '--no-save', '--ignore-scripts'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error(`\`npm install\` failed in ${folder}`, { cause: error });
  copyFileSync(lock, installed);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureClients();
