// Cuts the program into files: the parts that every start may need are in one, each of the others is a file of its own.
import { basename, dirname } from 'node:path';

const isPackage = (path) => !path.startsWith('.');
const isCommand = (file) => basename(dirname(file)) === 'commands';

/** Name of the file of a part: of its source, but a command may also be a program, which has that name. */
const nameOf = (path, file) => {
  if (isPackage(path)) return path.replace(/[/@]/g, '-');
  return isCommand(file) ? `command-${basename(path, '.ts')}` : basename(path, '.ts');
};

/**
 * What `import()` loads within the same file, by bundle: what most runs of the command need. Each file more would have to be
 * read, verified and compiled for itself; each part more in a bundle costs the runs that do without it.
 */
export const HOT = {
  core: [],
  env: ['handover', 'tmp'],
  parts: ['tmp'],
  run: ['handover', 'parse-front-matter', 'stdin', 'tmp'],
  sessions: [],
  supervise: ['tmp'],
};

/**
 * A package that another one requires late: also a file of its own. Runs without a YAML file do without a fifth of the text,
 * which costs most where nothing is compiled yet.
 */
const REQUIRED_LATE = /^js-yaml$/;

/** Is the part so often in use that its names are shortened, as those of the bundles are? */
export const isOften = (name) => REQUIRED_LATE.test(name) || name === 'read-config';

const noted = (name, path) => `__parts.add('${name}'); export * from ${JSON.stringify(path)};`;

/** Finds the file of an import as esbuild itself would. */
const find = (context, { path, resolveDir }, kind) =>
  context.resolve(path, { resolveDir, kind, pluginData: 'found' });

/**
 * Every `import()` becomes a file of its own, so that it is read only when it is needed, or marks the beginning of a part
 * within the file that it stands in.
 * @param parts name → path of the files; what is found is added
 * @param hot names of those that stay
 */
export const cutParts = (parts, hot) => ({
  name: 'cut-parts',
  setup(context) {
    context.onResolve({ filter: /.*/ }, async (args) => {
      if (args.kind !== 'dynamic-import' || args.path.startsWith('node:')) return undefined;
      const { path, errors } = await find(context, args, 'import-statement');
      if (errors.length > 0) return { errors };
      const name = nameOf(args.path, path);
      if (hot.has(name)) return { path, namespace: 'noted', pluginData: noted(name, path) };
      const known = parts.get(name);
      if (known !== undefined && known !== path)
        throw new Error(`two lazily loaded parts are called ${name}`);
      parts.set(name, path);
      return { path: `./${name}.js`, external: true };
    });
    context.onResolve({ filter: REQUIRED_LATE }, async (args) => {
      if (args.pluginData === 'found' || args.kind !== 'require-call') return undefined;
      const { path } = await find(context, args, args.kind);
      parts.set(args.path, path);
      return { path: `./${args.path}.js`, external: true };
    });
    context.onLoad({ filter: /.*/, namespace: 'noted' }, ({ pluginData }) => ({
      contents: pluginData,
      resolveDir: '/',
    }));
  },
});

/**
 * A part has `__esModule` and keeps its `default`. Without this, esbuild gives it the whole module as `default`, as Node.js
 * does for CommonJS that an ES module imports.
 */
export const keepDefaults = (code) => code.replace(/([\w$]+\(require\("\.\/[\w.-]+\.js"\)),1\)/g, '$1)  ');
