// Builds dist/: the loader with its code cache, a bundle for each fast command and one for the others, and a file for each
// part that is loaded later.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { lazyBuiltins } from './build/builtins.mjs';
import { licenses, remember } from './build/licenses.mjs';
import { slimPackages } from './build/packages.mjs';
import { cutParts, HOT, isOften, keepDefaults } from './build/parts.mjs';
import { must } from './setup.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** For the code caches: a developer's are complete, however busy the machine is. */
const BUILD_PATIENCE_MS = 60_000;

// Built beside the old one: whoever runs the program meanwhile finds all of its parts.
const made = join(root, 'dist.new');

/** Further files that `import()` in the bundles asks for: name → path of the source. */
const parts = new Map();

/**
 * Builds one file. Where names are shortened there is a map of the places in the source, which internal errors are reported
 * with; all other files keep their names.
 * @returns its text, and its map
 */
const bundle = async (
  path,
  { hot = [], before = '"use strict";', after = '', shortens = false, target = 'node20.19' },
) => {
  const { outputFiles, metafile } = await build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: [path],
    write: false,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target,
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers: shortens,
    legalComments: 'none',
    charset: 'ascii',
    // A real import() of a CommonJS file would start the loader of ES modules.
    supported: { 'dynamic-import': false },
    // yargs is an ES module that looks for its own address.
    define: { 'import.meta.url': '__module_url', __BUILD_ID: `'${BUILD_ROOM}'` },
    banner: { js: `${before}const __module_url="file://"+__filename;` },
    footer: { js: after },
    outdir: join(made, 'any'),
    sourcemap: shortens && 'external',
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [slimPackages, cutParts(parts, new Set(hot)), lazyBuiltins],
  });
  remember(metafile.inputs);
  const [code, map] = outputFiles.toSorted((one, other) => one.path.length - other.path.length);
  return { code: keepDefaults(code.text), map: map?.text };
};

const write = (name, { code, map }) => {
  writeFileSync(join(made, name), code);
  if (map) writeFileSync(join(made, `${name}.map`), map);
};

/** Room for the hash in front of a bundle, so that the places in the map are right with it. */
const HASH_DIGITS = 16;
const ROOM = `/*${'0'.repeat(HASH_DIGITS)}*/`;

/** The same for the hash of all bundles, which src/node/world.ts knows the build by. */
const BUILD_ROOM = 'b'.repeat(HASH_DIGITS);

/** A bundle is the text of a function, with the parameters that src/node/boot.ts calls it with. */
const FUNCTION = {
  before: `${ROOM}(function(require,module,exports,__filename,__dirname,__parts){"use strict";`,
  after: '})',
};

const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS);

const writeBundle = (name, { code, map }) => {
  const rest = code.slice(ROOM.length);
  // The loader takes each byte for a character.
  if (/[^\0-\x7f]/.test(rest)) throw new Error(`${name}.js is not plain ASCII`);
  const hash = hashOf(rest);
  write(`bundles/${name}.js`, { code: `/*${hash}*/${rest}`, map });
};

/** Programs that the loader starts, by the name of their entry. */
const programs = readdirSync(join(root, 'src/entries')).map((file) => basename(file, '.ts'));

rmSync(made, { recursive: true, force: true });
mkdirSync(join(made, 'bundles'), { recursive: true });
// The loader says so itself where Node.js is too old: such a Node.js has to be able to read it.
write('ai.cjs', await bundle(join(root, 'src/node/boot.ts'), { shortens: true, target: 'node10' }));
// Run by npm once, at the end of an installation.
write('warm.cjs', await bundle(join(root, 'src/node/warm.ts'), { target: 'node10' }));
/** What is built, by name. */
const bundles = new Map();
for (const name of programs) {
  const path = join(root, 'src/entries', `${name}.ts`);
  bundles.set(name, await bundle(path, { ...FUNCTION, hot: HOT[name], shortens: true }));
}
// What the loader itself loads late.
parts.set('keep-cache', join(root, 'src/node/keep-cache.ts'));
// A Map also visits what is added while it is walked through.
for (const [name, path] of parts) {
  if (programs.includes(name)) throw new Error(`a part has the name of the program ${name}`);
  bundles.set(name, await bundle(path, { ...FUNCTION, hot: HOT.parts, shortens: isOften(name) }));
}
const buildId = hashOf([...bundles.values()].map(({ code }) => code).join('\n'));
for (const [name, { code, map }] of bundles)
  writeBundle(name, { code: code.replaceAll(BUILD_ROOM, buildId), map });
writeFileSync(join(made, 'licenses.txt'), licenses(root));
const [dist, old] = [join(root, 'dist'), join(root, 'dist.old')];
rmSync(old, { recursive: true, force: true });
if (existsSync(dist)) renameSync(dist, old);
renameSync(made, dist);
rmSync(old, { recursive: true, force: true });
must(process.execPath, [join(dist, 'warm.cjs'), String(BUILD_PATIENCE_MS)]);
// Nobody needs the manual pages to run the program: they come last.
await import('./manuals.mjs');
