// Modules of Node.js that cost more to load than most commands take, loaded when the first of their functions is called.
import { isBuiltin } from 'node:module';

/** Loaded before any program of ours starts; a detour would only cost. */
const LOADED = new Set(['buffer', 'events', 'fs', 'path', 'process', 'timers', 'util', 'vm']);

const bare = (path) => path.replace(/^node:/, '');

/** For `require()`: an object whose members are there when they are asked for. */
const proxied = (name) => `
  module.exports = new Proxy({}, {
    get: (_, member) => member === '__esModule' ? undefined : require('node:${name}')[member],
  });`;

/** For `import`: functions that load the module when they are called; esbuild keeps those that are in use. */
const wrapped = (name) =>
  Object.entries(process.getBuiltinModule(`node:${name}`))
    .filter(([, value]) => typeof value === 'function')
    .map(([member]) => `export const ${member} = (...args) => require('node:${name}').${member}(...args);`)
    .join('\n');

const SPECIAL = {
  // A program in one file has one address, and its own require() starts there.
  module: 'export const createRequire = () => require;',
};

/** Applies to packages; our own sources say themselves what they load late. */
export const lazyBuiltins = {
  name: 'lazy-builtins',
  setup(context) {
    context.onResolve({ filter: /^[a-z:/_]+$/ }, ({ path, kind, importer }) => {
      if (!isBuiltin(path) || LOADED.has(bare(path)) || !importer.includes('node_modules')) return undefined;
      return { path: bare(path), namespace: kind === 'require-call' ? 'proxied' : 'wrapped' };
    });
    context.onLoad({ filter: /.*/, namespace: 'proxied' }, ({ path }) => ({ contents: proxied(path) }));
    context.onLoad({ filter: /.*/, namespace: 'wrapped' }, ({ path }) => ({
      contents: SPECIAL[path] ?? wrapped(path),
    }));
  },
};
