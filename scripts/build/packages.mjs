// What packages load that we never need, or not when the program starts.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const shims = join(dirname(fileURLToPath(import.meta.url)), 'shims');

/** cosmiconfig's ways to run configuration as code, and its JSON parser: our own loaders stand in their place. */
const REFUSED = /^(typescript|import-fresh|parse-json)$/;

const REFUSAL = "module.exports = () => { throw new Error('configuration is data'); };";

/** What is not called at start, and costs as soon as it is loaded. */
const CALLED_LATE = /^(?:env-paths|shell-quote\/parse\.js)$/;

const late = (path) => `module.exports = (...args) => require('${path}')(...args);`;

/** Prepares a table of 256 KiB; only messages ask for it. */
const DISTANCE = /^fastest-levenshtein$/;

const distance = (path) => `
  export const closest = (...args) => require('${path}').closest(...args);
  export const distance = (...args) => require('${path}').distance(...args);`;

/** Knows every script of the world, which takes long to prepare; the width of ASCII is its length. */
const WIDTH = /^string-width$/;

const width = `
  let measure;
  export default (text, options) => {
    if (typeof text === 'string' && /^[ -~]*$/.test(text)) return text.length;
    measure ??= require('string-width').default;
    return measure(text, options);
  };`;

/** Modules of packages that have a replacement of ours, by importer and path. */
const REPLACED = [
  { importer: /\/yargs\/index\.mjs$/, path: /\/platform-shims\/esm\.mjs$/, by: join(shims, 'yargs.mjs') },
  { importer: /\/tmp\/lib\/tmp\.js$/, path: /^crypto$/, by: join(shims, 'random.cjs') },
  { importer: /\/tmp\/lib\/tmp\.js$/, path: /^os$/, by: join(shims, 'os.cjs') },
  { importer: /\/js-yaml\/index\.js$/, path: /^\.\/lib\/dumper$/, by: join(shims, 'nothing.cjs') },
  {
    importer: /\/cosmiconfig\/dist\/ExplorerSync\.js$/,
    path: /^\.\/defaults$/,
    by: join(shims, 'nothing.cjs'),
  },
];

/** Puts a text in the place of a package, which the text may load itself; each importer has its own version of it. */
const replace = (context, filter, kind, text) => {
  context.onResolve({ filter }, ({ path, namespace, resolveDir }) =>
    namespace.startsWith(kind)
      ? undefined
      : { path, namespace: `${kind}:${resolveDir}`, pluginData: resolveDir },
  );
  context.onLoad({ filter, namespace: undefined }, ({ path, namespace, pluginData }) =>
    namespace.startsWith(kind) ? { contents: text(path), resolveDir: pluginData } : undefined,
  );
};

/** Keeps the rest of the packages out of the bundles. */
export const slimPackages = {
  name: 'slim-packages',
  setup(context) {
    context.onResolve({ filter: REFUSED }, ({ path }) => ({ path, namespace: 'refused' }));
    context.onLoad({ filter: /.*/, namespace: 'refused' }, () => ({ contents: REFUSAL }));
    replace(context, CALLED_LATE, 'late', late);
    replace(context, DISTANCE, 'distance', distance);
    replace(context, WIDTH, 'width', () => width);
    context.onResolve(
      { filter: /esm\.mjs$|^crypto$|^os$|^\.\/(?:lib\/dumper|defaults)$/ },
      ({ path, importer }) => {
        const found = REPLACED.find((each) => each.importer.test(importer) && each.path.test(path));
        return found && { path: found.by };
      },
    );
  },
};
