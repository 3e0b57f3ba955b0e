/**
 * Writes completions/ from the command list and the shells' own files below shell/.
 * `--check` writes nothing and fails when a file is out of date.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadModules, ROOT } from './load-source.mjs';

const ENTRY = `
  export { COMMANDS } from './src/commands/index.ts';
  export { COMPLETIONS } from './src/completions/index.ts';
  export { KNOWN } from './src/candidates/known.ts';
  export { specOf } from './src/completions/spec.ts';
`;

/** One of the shell's own files, without what is for shellcheck's eyes only. */
const read = (shell, name) =>
  readFileSync(join(ROOT, 'shell', shell, name), 'utf8').replace(/^# shellcheck shell=.*\n/, '');

const filesOf = (shell) => {
  const names = readdirSync(join(ROOT, 'shell', shell)).filter((name) => name.startsWith('completion-'));
  const engine = names.sort().map((name) => read(shell, name));
  return { engine: engine.join('\n'), register: read(shell, `register.${shell}`) };
};

const { COMMANDS, COMPLETIONS, KNOWN, specOf } = await loadModules(ENTRY);
const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
const spec = specOf(commands, KNOWN);

for (const [shell, { file, text }] of Object.entries(COMPLETIONS)) {
  const path = join(ROOT, 'completions', file);
  const wanted = text(spec, filesOf(shell));
  if (!process.argv.includes('--check')) {
    writeFileSync(path, wanted);
  } else if (!existsSync(path) || readFileSync(path, 'utf8') !== wanted) {
    process.stderr.write(`completions/${file} is out of date: node scripts/completions.mjs\n`);
    process.exitCode = 1;
  }
}
