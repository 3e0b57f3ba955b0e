import { chmodSync, cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The folder of the package under test. */
export const PACKAGE = resolve(__dirname, '../..');

const OTHERS_ENTER = 0o001;

const isOpen = (folder: string): boolean =>
  (statSync(folder).mode & OTHERS_ENTER) !== 0 && (folder === dirname(folder) || isOpen(dirname(folder)));

/** What the commands need of the package. */
const PARTS = ['package.json', 'shell', 'dist', 'completions', 'schema'];

const copy = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-package-'));
  chmodSync(folder, 0o755);
  for (const part of PARTS) cpSync(join(PACKAGE, part), join(folder, part), { recursive: true });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/**
 * The package where every user reaches it: root runs some scenarios as another user, who may not get into the folder that the
 * package lies in. Then it is a copy.
 */
export const REACHABLE = process.getuid?.() !== 0 || isOpen(PACKAGE) ? PACKAGE : copy();
