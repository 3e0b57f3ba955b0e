import { buildSync } from 'esbuild';

/** yargs-parser is an ES module, which jest cannot load: the same code as CommonJS takes its place. */
const load = (name: string): unknown => {
  const { outputFiles } = buildSync({
    stdin: { contents: `module.exports = require(${JSON.stringify(name)});`, resolveDir: __dirname },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    define: { 'import.meta.url': '__module_url' },
    banner: { js: `const __module_url="file://"+${JSON.stringify(__filename)};` },
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, require);
  return module.exports;
};

jest.doMock('yargs-parser', () => load('yargs-parser'));
