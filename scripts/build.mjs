// Builds dist/: the loader with its code cache, a bundle for each fast command and one for the others, and a file for each
// part that is loaded later.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { lazyBuiltins } from './build/builtins.mjs';
import { licenses, remember } from './build/licenses.mjs';
import { slimPackages } from './build/packages.mjs';
import { cutParts, HOT, keepDefaults } from './build/parts.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// Built beside the old one: whoever runs the program meanwhile finds all of its parts.
const made = join(root, 'dist.new');

/** Further files that `import()` in the bundles asks for: name → path of the source. */
const parts = new Map();

const bundle = async (path, { hot = [], banner = '' } = {}) => {
  const { outputFiles, metafile } = await build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: [path],
    write: false,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    minify: true,
    legalComments: 'none',
    // A real import() of a CommonJS file would start the loader of ES modules.
    supported: { 'dynamic-import': false },
    // yargs is an ES module that looks for its own address.
    define: { 'import.meta.url': '__module_url' },
    banner: { js: `const __module_url="file://"+__filename;${banner}` },
    logLevel: 'warning',
    plugins: [slimPackages, cutParts(parts, new Set(hot)), lazyBuiltins],
  });
  remember(metafile.inputs);
  return keepDefaults(outputFiles[0].text);
};

const write = (name, text) => writeFileSync(join(made, name), text);

/** The text of a function, with the parameters that src/node/boot.ts calls it with. */
const asFunction = (code) => `(function(require,module,exports,__filename,__dirname,__parts){${code}})`;

/** Programs that the loader starts, by the name of their entry. */
const programs = readdirSync(join(root, 'src/entries')).map((file) => basename(file, '.ts'));

rmSync(made, { recursive: true, force: true });
mkdirSync(join(made, 'bundles'), { recursive: true });
write('ai.cjs', await bundle(join(root, 'src/node/boot.ts')));
for (const name of programs) {
  const text = asFunction(await bundle(join(root, 'src/entries', `${name}.ts`), { hot: HOT[name] }));
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  write(`bundles/${name}.js`, `/*${hash}*/${text}`);
}
// A Map also visits what is added while it is walked through.
for (const [name, path] of parts)
  write(`${name}.cjs`, await bundle(path, { hot: HOT.parts, banner: 'const __parts=new Set;' }));
write('licenses.txt', licenses(root));
rmSync(join(root, 'dist'), { recursive: true, force: true });
renameSync(made, join(root, 'dist'));
