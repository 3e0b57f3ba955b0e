// Modules of src/ for the scripts that write files from what the program itself says.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The folder of the package. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const evaluate = (code) => {
  const module = { exports: {} };
  const names = ['module', 'exports', 'require', '__module_url', '__filename', '__dirname'];
  const run = new Function(...names, code);
  run(
    module,
    module.exports,
    createRequire(import.meta.url),
    import.meta.url,
    join(ROOT, 'source.cjs'),
    ROOT,
  );
  return module.exports;
};

/**
 * Bundles and loads modules of the program.
 * @param entry TypeScript that exports what is wanted; its imports begin at the package's folder
 */
export const loadModules = async (entry) => {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: ROOT, loader: 'ts' },
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
  return evaluate(outputFiles[0].text);
};
