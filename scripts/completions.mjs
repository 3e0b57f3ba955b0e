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

/** The shell's own files for the completion, in the order of their names. */
const engineOf = (shell) => {
  const folder = join(ROOT, 'shell', shell);
  const files = readdirSync(folder).filter((name) => name.startsWith('completion-'));
  return files
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^# shellcheck shell=.*\n/, ''))
    .join('\n');
};

const { COMMANDS, COMPLETIONS, KNOWN, specOf } = await loadSource();
const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
const spec = specOf(commands, KNOWN);

for (const [shell, { file, text }] of Object.entries(COMPLETIONS)) {
  const engine = engineOf(shell);
  const path = join(ROOT, 'completions', file);
  const wanted = text(spec, engine);
  if (!process.argv.includes('--check')) {
    writeFileSync(path, wanted);
  } else if (!existsSync(path) || readFileSync(path, 'utf8') !== wanted) {
    process.stderr.write(`completions/${file} is out of date: node scripts/completions.mjs\n`);
    process.exitCode = 1;
  }
}
