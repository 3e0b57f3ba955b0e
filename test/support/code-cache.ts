import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finished, type RunOptions, runProgram } from './run.ts';
import { PACKAGE, type Sandbox } from './sandbox.ts';

/** What the program says when it is itself, and what a changed one of the same length says. */
export const TRUE_TEXT = 'No active sessions.';
export const FALSE_TEXT = 'No active sessi0ns.';

/** A copy of the package that a test may change. */
export const copyPackage = (box: Sandbox): string => {
  const folder = join(box.root, 'package');
  for (const name of ['dist', 'shell', 'package.json'])
    cpSync(join(PACKAGE, name), join(folder, name), { recursive: true });
  return folder;
};

const bundleOf = (folder: string): string => join(folder, 'dist/bundles/sessions.js');

/** Makes it another version of the same length, with the hash that a build would give it. */
export const falsify = (folder: string): void => {
  const text = readFileSync(bundleOf(folder), 'utf8').replace(/^\/\*\w+\*\//, '');
  if (!text.includes(TRUE_TEXT)) throw new Error('the text to change is not in the bundle');
  const changed = text.replace(TRUE_TEXT, FALSE_TEXT);
  const hash = createHash('sha256').update(changed).digest('hex').slice(0, 16);
  writeFileSync(bundleOf(folder), `/*${hash}*/${changed}`);
};

export const hashOf = (folder: string): string =>
  /^\/\*(\w+)\*\//.exec(readFileSync(bundleOf(folder), 'latin1'))?.[1] ?? '';

export const cacheFolder = (box: Sandbox): string => join(box.home, '.ai-runner/cache');

/** Names in the folder of the cache; none when there is no folder. */
export const caches = (box: Sandbox): string[] => {
  const folder = statSync(cacheFolder(box), { throwIfNoEntry: false });
  return folder ? readdirSync(cacheFolder(box)).sort() : [];
};

/** The path of the only cache. */
export const onlyCache = (box: Sandbox): string => {
  const [name = '', ...others] = caches(box);
  if (name === '' || others.length > 0) throw new Error(`not one cache but: ${caches(box).join(', ')}`);
  return join(cacheFolder(box), name);
};

/** A listing by the package in a folder. */
export const listBy = (box: Sandbox, folder: string, options: RunOptions = {}): Finished =>
  runProgram(box, [join(folder, 'shell/ai'), 'sessions'], options);

/** What every run has to look like, whatever the state of the cache. */
export const RIGHT = { status: 0, stdout: expect.stringContaining(TRUE_TEXT) as string, stderr: '' };

/**
 * A cache under the name and key of the true program with what V8 made of the changed one: it runs if anything believes it.
 * @returns its path
 */
export const poison = (box: Sandbox, folder: string): string => {
  const [hash, original] = [hashOf(folder), readFileSync(bundleOf(folder))];
  falsify(folder);
  listBy(box, folder);
  const path = onlyCache(box);
  const bytes = readFileSync(path, 'latin1').replace(hashOf(folder), hash);
  const target = path.replace(hashOf(folder), hash);
  writeFileSync(bundleOf(folder), original);
  writeFileSync(target, bytes, { encoding: 'latin1', mode: 0o600 });
  runProgram(box, ['/bin/rm', path]);
  return target;
};
