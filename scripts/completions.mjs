/**
 * Writes completions/ from the command list and the shells' own files below shell/.
 * `--check` writes nothing and fails when a file is out of date.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const ENTRY = `
  export { COMMANDS } from './src/commands/index.ts';
  export { COMPLETIONS } from './src/completions/index.ts';
  export { KNOWN } from './src/candidates/known.ts';
  export { specOf } from './src/completions/spec.ts';
`;

const loadSource = async () => {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    external: ['typescript'],
    define: { 'import.meta.url': '__module_url' },
    banner: { js: 'const __module_url="file:///";' },
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', '__filename', '__dirname', outputFiles[0].text)(
    module,
    module.exports,
    process.getBuiltinModule('node:module').createRequire(import.meta.url),
    '/ai.cjs',
    '/',
  );
  return module.exports;
};

/** One of the shell's own files, without what is for shellcheck's eyes only. */
const read = (shell, name) =>
  readFileSync(join(ROOT, 'shell', shell, name), 'utf8').replace(/^# shellcheck shell=.*\n/, '');

const filesOf = (shell) => {
  const names = readdirSync(join(ROOT, 'shell', shell)).filter((name) => name.startsWith('completion-'));
  const engine = names.sort().map((name) => read(shell, name));
  return { engine: engine.join('\n'), register: read(shell, `register.${shell}`) };
};

const { COMMANDS, COMPLETIONS, KNOWN, specOf } = await loadSource();
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
