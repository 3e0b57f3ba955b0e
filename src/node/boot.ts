import './required.ts';

import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { constants, Script } from 'node:vm';
import { fnv1a } from '../text/fnv.ts';
import { type CacheFile, readOwn, readShipped } from './code-cache.ts';
import { asciiOf, roomFor } from './room.ts';
import { wordsOfRun } from './run-words.ts';

/** Commands that have to be fast have bundles of their own, in which nothing else has to be compiled. */
const FAST = new Set(['env', 'run', 'sessions', 'supervise']);

/** The bundle is the text of a function with the parameters of a CommonJS module, and a set for the parts it loads. */
type Bundle = (
  require: (request: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  filename: string,
  dirname: string,
  parts: Set<string>,
) => void;

/**
 * A bundle begins with a comment of so many digits, in which the build puts the hash of the rest. V8 compares lengths only,
 * and would run what it made of one text in place of another.
 */
const HASH_DIGITS = 16;

/** V8 flags that are written down in the key; longer and stranger ones do without a cache. */
const PLAIN = /^[ -~]{0,256}$/;

/** The flags of V8, and a name for them; `undefined` for those that do without a cache. */
const flagsOf = (): readonly [string, string] | undefined => {
  const { NODE_OPTIONS } = process.env;
  if (!NODE_OPTIONS && process.execArgv.length === 0) return ['', 'plain'];
  const flags = JSON.stringify([NODE_OPTIONS, ...process.execArgv]);
  return PLAIN.test(flags) ? [flags, fnv1a(flags).toString(16)] : undefined;
};

/** Where the compiled bundle is kept; `undefined` without a home folder (a relative one moves) or user id. */
const cacheFile = (bundle: string, hash: string): CacheFile | undefined => {
  const { HOME, AI_RUNNER_HOME } = process.env;
  const home = AI_RUNNER_HOME || (HOME ? `${HOME}/.ai-runner` : '');
  const uid = process.geteuid?.();
  const flags = flagsOf();
  if (home[0] !== '/' || uid === undefined || !flags) return undefined;
  const build = `${process.version}-${process.platform}-${process.arch}`;
  return {
    home,
    name: `${bundle}.${hash}-${build}-${flags[1]}.bin`,
    key: `${bundle} ${hash} ${build} ${flags[0]}`,
    uid,
  };
};

/** The text of a bundle, which is plain ASCII. */
const read = (path: string): string => {
  const descriptor = openSync(path, 'r');
  const bytes = roomFor(0);
  const length = readSync(descriptor, bytes, 0, bytes.length, 0);
  closeSync(descriptor);
  return length < bytes.length ? asciiOf(bytes, length) : readFileSync(path, 'latin1');
};

/** Characters; what is shorter is compiled before a cache is found. */
const WORTH = 16 * 1024;

/** Has the user's cache know such a run as well, unless what we have does. */
const keep = (file: CacheFile, script: Script, head: string, words: readonly string[]): void => {
  if (head && words.every((word) => head.includes(`\n${word}\n`))) return;
  try {
    const { writeCache } = load('./keep-cache.js') as typeof import('./keep-cache.ts');
    writeCache(file, () => script.createCachedData(), head, words);
  } catch {
    // The program is being replaced, and its new version will have a cache of its own.
  }
};

/**
 * Runs a bundle as Node.js runs a CommonJS module, with the code cache.
 *
 * @param argv - what decides about the functions that are called in it
 */
const run = (bundle: string, module: { exports: unknown }, argv: readonly string[]): void => {
  const path = `${__dirname}/bundles/${bundle}.js`;
  const source = read(path);
  const hash = source.slice(2, 2 + HASH_DIGITS);
  const file = source.length < WORTH ? undefined : cacheFile(bundle, hash);
  const cached = file && (readOwn(file) ?? readShipped(file, `${__dirname}/cache`, path));
  const script = new Script(source, {
    filename: path,
    cachedData: cached?.data,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const head = cached && !script.cachedDataRejected ? cached.head : '';
  const parts = new Set<string>();
  if (file)
    process.on('exit', (status) => {
      // Made after the run, so that the functions that V8 compiled at their first call are in it.
      if (status === 0) keep(file, script, head, wordsOfRun(argv, parts));
    });
  (script.runInThisContext() as Bundle)(load, module, module.exports, path, __dirname, parts);
};

const loaded = new Map<string, { exports: unknown }>();

/** `require()` for the bundles: another bundle, or what Node.js has. */
const load = (request: string): unknown => {
  // Node.js' own require() looks for every name first where programs keep theirs.
  if (!request.startsWith('./')) return process.getBuiltinModule?.(request) ?? require(request);
  const bundle = request.slice('./'.length, -'.js'.length);
  const known = loaded.get(bundle);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(bundle, module);
  // What a part does hardly depends on flags.
  run(bundle, module, process.argv.slice(2, 3));
  return module.exports;
};

const argv = process.argv.slice(2);
const [command = ''] = argv;
run(FAST.has(command) ? command : 'core', { exports: {} }, argv);
