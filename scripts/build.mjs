// Builds dist/: one CommonJS file for the path that every session takes, and one for each part that is loaded later.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isPackage = (path) => !path.startsWith('.');
const nameOf = (path) => (isPackage(path) ? path.replace(/[/@]/g, '-') : basename(path, '.ts'));

/** Every `import()` becomes a file of its own, so that it is read only when it is needed. */
const lazyParts = (parts) => ({
  name: 'lazy-parts',
  setup(context) {
    context.onResolve({ filter: /.*/ }, async (args) => {
      // cosmiconfig has a loader for TypeScript files; configuration is never code here.
      if (args.path === 'typescript') return { path: args.path, external: true };
      if (args.kind !== 'dynamic-import' || args.path.startsWith('node:')) return undefined;
      const name = nameOf(args.path);
      const { path, errors } = await context.resolve(args.path, {
        resolveDir: args.resolveDir,
        kind: 'import-statement',
      });
      if (errors.length > 0) return { errors };
      const known = parts.get(name);
      if (known !== undefined && known !== path)
        throw new Error(`two lazily loaded parts are called ${name}`);
      parts.set(name, path);
      return { path: `./${name}.cjs`, external: true };
    });
  },
});

/**
 * A part has `__esModule` and keeps its `default`. Without this, esbuild gives it the whole module as `default`, as Node.js
 * does for CommonJS that an ES module imports.
 */
const keepDefaults = (code) => code.replace(/__toESM\((require\("\.\/[\w.-]+\.cjs"\)),1\)/g, '__toESM($1)');

/** The packages whose code is in a bundle, by folder. */
const bundled = new Set();
const remember = ({ inputs }) => {
  for (const input of Object.keys(inputs)) {
    const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (folder !== undefined) bundled.add(folder);
  }
};

/** What the licences of the bundled packages ask for: their notices go with their code. */
const notices = () =>
  [...bundled].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? '' : readFileSync(join(root, folder, file), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });

const bundle = async (name, path, parts) => {
  const outfile = join(root, 'dist.new', `${name}.cjs`);
  const { outputFiles, metafile } = await build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: [path],
    outfile,
    write: false,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    // A real import() of a CommonJS file would start the loader of ES modules.
    supported: { 'dynamic-import': false },
    // yargs is an ES module that looks for its own address.
    define: { 'import.meta.url': '__module_url' },
    banner: { js: 'const __module_url="file://"+__filename;' },
    logLevel: 'warning',
    plugins: [lazyParts(parts)],
  });
  remember(metafile);
  writeFileSync(outfile, keepDefaults(outputFiles[0].text));
};

// Built beside the old one: whoever runs the program meanwhile finds all of its parts.
const made = join(root, 'dist.new');
rmSync(made, { recursive: true, force: true });
mkdirSync(made);
const parts = new Map([['ai', join(root, 'src/entry.ts')]]);
for (const [name, path] of parts) await bundle(name, path, parts);
writeFileSync(join(made, 'licenses.txt'), notices().join(`\n${'-'.repeat(80)}\n\n`));
rmSync(join(root, 'dist'), { recursive: true, force: true });
renameSync(made, join(root, 'dist'));
// Nobody needs the manual pages to run the program: they come last.
await import('./manuals.mjs');
