// Modules of Node.js that cost more to load than most commands take, loaded when the first of their functions is called.
import { isBuiltin } from 'node:module';

/** Loaded before any program of ours starts; a detour would only cost. */
const LOADED = new Set(['buffer', 'events', 'fs', 'path', 'process', 'timers', 'util', 'vm']);

const bare = (path) => path.replace(/^node:/, '');

/** For `import` of what is there anyway: members that esbuild binds directly, and drops where nobody uses them. */
const bound = (name) => `
  const whole = require('node:${name}');
  const get = (member) => whole[member];
  export default whole;
  ${Object.keys(process.getBuiltinModule(`node:${name}`))
    .map((member) => `export const ${member} = /* @__PURE__ */ get('${member}');`)
    .join('\n')}`;

/**
 * For `require()`: an object whose members are there when they are asked for. It calls itself an ES module, so that what the
 * TypeScript compiler puts around it neither looks at the members nor copies them.
 */
const proxied = (name) => `
  module.exports = new Proxy({ __esModule: true }, {
    get(own, member) {
      if (member in own) return own[member];
      return member === 'default' ? require('node:${name}') : require('node:${name}')[member];
    },
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

/** A file that copies all members of what is there anyway. */
const COPIES = /\/cosmiconfig\/dist\/util\.js$/;

/** Packages that commands load which are called often. What others do with a module is not for us to know. */
const STARTS_OFTEN =
  /\/node_modules\/(?:cosmiconfig|env-paths|find-process|js-yaml|shell-quote|tmp|yargs|yargs-parser|y18n)\//;

/** How an import is answered; our own sources say themselves what they load late. */
const wayOf = ({ path, kind, importer }) => {
  if (LOADED.has(bare(path)) && !COPIES.test(importer))
    return kind === 'import-statement' ? 'bound' : undefined;
  if (!STARTS_OFTEN.test(importer)) return undefined;
  return kind === 'require-call' ? 'proxied' : 'wrapped';
};

/** Also spares every importer an object of its own with all members of the module, as esbuild makes it. */
export const lazyBuiltins = {
  name: 'lazy-builtins',
  setup(context) {
    context.onResolve({ filter: /^[a-z:/_]+$/ }, (args) => {
      const namespace = isBuiltin(args.path) ? wayOf(args) : undefined;
      return namespace && { path: bare(args.path), namespace };
    });
    context.onLoad({ filter: /.*/, namespace: 'bound' }, ({ path }) => ({ contents: bound(path) }));
    context.onLoad({ filter: /.*/, namespace: 'proxied' }, ({ path }) => ({ contents: proxied(path) }));
    context.onLoad({ filter: /.*/, namespace: 'wrapped' }, ({ path }) => ({
      contents: SPECIAL[path] ?? wrapped(path),
    }));
  },
};
