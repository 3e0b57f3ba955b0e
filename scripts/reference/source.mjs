// The commands, flags and topics as the program itself has them, for what is written about them.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

const ENTRY = `
  export { COMMANDS } from './src/commands/index.ts';
  export { TOPICS } from './src/help/topics/index.ts';
  export { SELECTION_FLAGS } from './src/plan/flags.ts';
  export { listed } from './src/help/flags.ts';
  export { programOf } from './src/help.ts';
`;

const evaluate = (code) => {
  const module = { exports: {} };
  const run = new Function('module', 'exports', 'require', '__module_url', code);
  run(module, module.exports, createRequire(import.meta.url), import.meta.url);
  return module.exports;
};

/** The visible commands, each with the flags of its help; the topics; the flags that choose a session. */
export const loadSource = async () => {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'ts' },
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    external: ['typescript'],
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__module_url' },
    logLevel: 'error',
  });
  const { COMMANDS, TOPICS, SELECTION_FLAGS, listed, programOf } = evaluate(outputFiles[0].text);
  const all = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const commands = all
    .filter(({ hidden }) => !hidden)
    .map((command) => ({ ...command, flags: listed(command.flags), program: programOf(command) }));
  return { commands, topics: TOPICS, selectionFlags: SELECTION_FLAGS };
};
