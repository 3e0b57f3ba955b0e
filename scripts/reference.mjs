/**
 * Writes docs/commands.md from the command list. `--check` writes nothing and fails when the file is out of date;
 * `--json` prints the list.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsPage } from './reference/commands-page.mjs';
import { loadSource, ROOT } from './reference/source.mjs';

const FILE = join(ROOT, 'docs/commands.md');

const source = await loadSource();
const [mode] = process.argv.slice(2);
if (mode === '--json') {
  process.stdout.write(`${JSON.stringify(source)}\n`);
} else if (mode !== '--check') {
  writeFileSync(FILE, commandsPage(source));
} else if (readFileSync(FILE, 'utf8') !== commandsPage(source)) {
  process.stderr.write('docs/commands.md is out of date: npm run reference\n');
  process.exitCode = 1;
}
