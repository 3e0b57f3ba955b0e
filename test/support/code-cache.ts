import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Finished, type RunOptions, runProgram } from './run.ts';
import { PACKAGE, type Sandbox } from './sandbox.ts';

/** What the program says when it is itself, and what a changed one of the same length says. */
export const TRUE_TEXT = 'No active sessions.';
export const FALSE_TEXT = 'No active sessi0ns.';

const CACHE = 'dist/cache';

/** Copies what the commands need of the package, without the code cache that the build put beside the program. */
const copyTo = (folder: string): string => {
  for (const name of ['dist', 'shell', 'package.json'])
    cpSync(join(PACKAGE, name), join(folder, name), {
      recursive: true,
      filter: (path) => path !== join(PACKAGE, CACHE),
    });
  return folder;
};

/** A copy of the package that a test may change: as it is for a Node.js that nothing was made for. */
export const copyPackage = (box: Sandbox): string => copyTo(join(box.root, 'package'));

/** One for all tests of a file. */
export const barePackage = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-bare-'));
  chmodSync(folder, 0o755);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return copyTo(folder);
};

/** The folder of the code cache that comes with a package. */
export const shippedFolder = (folder: string): string => join(folder, CACHE);

/** The path of a bundle's code cache that comes with a package. */
export const shippedCache = (folder: string, bundle: string): string => {
  const [name = '', ...others] = readdirSync(shippedFolder(folder)).filter((each) =>
    each.startsWith(`${bundle}.`),
  );
  if (name === '' || others.length > 0) throw new Error(`not one cache of ${bundle} but ${others.length}`);
  return join(shippedFolder(folder), name);
};

/** Has an installation's last step make the code cache of a package, however long it takes. */
export const warm = (folder: string): void => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'dist/warm.cjs'), '120000']);
  if (status !== 0 || stdout.length + stderr.length > 0)
    throw new Error(`warm: ${status} ${stdout}${stderr}`);
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

/** The same beside the program, for everybody. */
export const poisonShipped = (box: Sandbox, folder: string): string => {
  const own = poison(box, folder);
  const path = join(shippedFolder(folder), basename(own));
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
  cpSync(own, path);
  chmodSync(path, 0o644);
  rmSync(cacheFolder(box), { recursive: true });
  return path;
};
