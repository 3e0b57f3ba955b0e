import './required.ts';

import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { constants, Script } from 'node:vm';
import { type CacheFile, readCache, writeCache } from './code-cache.ts';
import { kindOfRun, withKind } from './run-kind.ts';

/** Commands that have to be fast have bundles of their own, in which nothing else has to be compiled. */
const FAST = new Set(['env', 'run', 'sessions', 'supervise']);

/**
 * A bundle begins with a comment of this form, in which the build puts the hash of the rest. V8 compares lengths only, and
 * would run what it made of one text in place of another.
 */
const HASH = /^\/\*([0-9a-f]+)\*\//;

/** The bundle is the text of a function with the parameters of a CommonJS module, and a set for the parts it loads. */
type Bundle = (
  require: (request: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  filename: string,
  dirname: string,
  parts: Set<string>,
) => void;

/** FNV-1a, for names of files: offset basis and prime of 32 bits (RFC 9923). */
const shortHash = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16);
};

/** V8 flags that are written down in the key; longer and stranger ones do without a cache. */
const PLAIN = /^[ -~]{0,256}$/;

/** Where the compiled bundle is kept; `undefined` without a home folder (a relative one moves) or user id. */
const cacheFile = (bundle: string, hash: string | undefined): CacheFile | undefined => {
  const { HOME, AI_RUNNER_HOME, NODE_OPTIONS = '' } = process.env;
  const home = AI_RUNNER_HOME || join(HOME || '.', '.ai-runner');
  const uid = process.geteuid?.();
  const flags = JSON.stringify([NODE_OPTIONS, ...process.execArgv]);
  if (!isAbsolute(home) || !hash || uid === undefined || !PLAIN.test(flags)) return undefined;
  const build = `${process.version}-${process.platform}-${process.arch}`;
  return {
    home,
    name: `${bundle}.${hash}-${build}-${shortHash(flags)}.bin`,
    key: [bundle, hash, build, flags].join(' '),
    uid,
  };
};

/** Characters; what is shorter is compiled before a cache is found. */
const WORTH = 16 * 1024;

/** Runs a bundle as Node.js runs a CommonJS module, with the code cache. */
const run = (bundle: string, module: { exports: unknown }): void => {
  const path = join(__dirname, 'bundles', `${bundle}.js`);
  const source = readFileSync(path, 'utf8');
  const file = source.length < WORTH ? undefined : cacheFile(bundle, HASH.exec(source)?.[1]);
  const cached = file && readCache(file);
  const script = new Script(source, {
    filename: path,
    cachedData: cached?.data,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const parts = new Set<string>();
  process.on('exit', (status) => {
    const seen = cached && !script.cachedDataRejected ? cached.seen : [];
    const kind = kindOfRun(process.argv.slice(2), parts);
    // Made after the run, so that the functions that V8 compiled at their first call are in it.
    if (file && status === 0 && !seen.includes(kind))
      writeCache(file, () => ({ data: script.createCachedData(), seen: withKind(seen, kind) }));
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
  run(bundle, module);
  return module.exports;
};

const [command = ''] = process.argv.slice(2);
run(FAST.has(command) ? command : 'core', { exports: {} });
