// What yargs asks of the platform (yargs, lib/platform-shims/esm.mjs), for help alone: it looks neither at the terminal, whose
// width our callers know, nor at the files of whoever called.
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { inspect } from 'node:util';
import cliui from 'cliui';
import stringWidth from 'string-width';
import y18n from 'y18n';
import Parser from 'yargs-parser';

const check = (holds, message) => {
  if (!holds) throw new Error(message ?? 'yargs was called in a wrong way');
};

export default {
  assert: {
    strictEqual: (one, other, message) => check(Object.is(one, other), message),
    notStrictEqual: (one, other, message) => check(!Object.is(one, other), message),
  },
  cliui,
  findUp: () => undefined,
  getEnv: (name) => process.env[name],
  inspect,
  getProcessArgvBin: () => 'ai',
  mainFilename: '/',
  Parser,
  path: { basename, dirname, extname, join, relative, resolve },
  process: {
    argv: () => process.argv,
    cwd: () => '/',
    emitWarning: (warning, type) => process.emitWarning(warning, type),
    execPath: () => process.execPath,
    exit: (status) => process.exit(status),
    nextTick: process.nextTick,
    stdColumns: null,
  },
  readFileSync: () => '{}',
  readdirSync: () => [],
  require: () => ({}),
  getCallerFile: () => '/',
  stringWidth,
  y18n: y18n({ directory: join(__dirname, 'locales'), updateFiles: false }),
};
