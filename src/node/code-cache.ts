import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { pack, unpack } from './cache-format.ts';
import { prune } from './cache-prune.ts';
import { makeOne } from './make-one.ts';

/** What V8 made of a source text in earlier runs, and the kinds of runs it has seen. */
export interface Compiled {
  readonly data: Buffer;
  readonly seen: readonly string[];
}

/** A file of the cache: its folder, its name in it, and what the file must say of itself. */
export interface CacheFile {
  /** The program's own folder, e.g. `~/.ai-runner`; the cache is a folder in it. */
  readonly home: string;
  readonly name: string;
  /** Source, version of Node.js, machine and V8 flags: another key is another file's content. */
  readonly key: string;
  /** Effective user id. */
  readonly uid: number;
}

const OTHERS = 0o077;
const OTHERS_WRITE = 0o022;
const LARGEST = 16 * 1024 * 1024;
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants;

const folderOf = ({ home }: CacheFile): string => join(home, 'cache');

const isOurs = (stats: fs.Stats, uid: number, mask: number): boolean =>
  stats.uid === uid && (stats.mode & mask) === 0;

/** Could nobody else have put a file into the folder, or another folder in its place? */
const isSafe = (file: CacheFile): boolean => {
  const home = fs.statSync(file.home, { throwIfNoEntry: false });
  if (!home?.isDirectory() || !isOurs(home, file.uid, OTHERS_WRITE)) return false;
  const folder = fs.lstatSync(folderOf(file), { throwIfNoEntry: false });
  return folder?.isDirectory() === true && isOurs(folder, file.uid, OTHERS);
};

const readVerified = (descriptor: number, { uid, key }: CacheFile): Compiled | undefined => {
  const stats = fs.fstatSync(descriptor);
  if (!stats.isFile() || stats.nlink !== 1 || !isOurs(stats, uid, OTHERS) || stats.size > LARGEST)
    return undefined;
  return unpack(stats.size, key, (bytes, position) =>
    fs.readSync(descriptor, bytes, 0, bytes.length, position),
  );
};

/** The file's content, verified; `undefined` when it is absent, damaged, of another key or not surely ours. */
export const readCache = (file: CacheFile): Compiled | undefined => {
  try {
    if (!isSafe(file)) return undefined;
    const descriptor = fs.openSync(join(folderOf(file), file.name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      return readVerified(descriptor, file);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
};

/** Makes the folder, but nothing in a home of somebody else (`sudo -E`), who could not write there any more. */
const makeFolder = (file: CacheFile): void => {
  if (fs.statSync(dirname(file.home)).uid !== file.uid) return;
  makeOne(file.home);
  makeOne(folderOf(file));
};

/** Writes the file under its name at once. What goes wrong goes wrong in silence: then the next run is as slow. */
export const writeCache = (file: CacheFile, compiled: () => Compiled): void => {
  const folder = folderOf(file);
  const draft = join(folder, `${file.name}.${process.pid}.new`);
  let isMade = false;
  try {
    if (!isSafe(file)) makeFolder(file);
    if (!isSafe(file)) return;
    const descriptor = fs.openSync(draft, 'wx', 0o600);
    isMade = true;
    try {
      fs.writeFileSync(descriptor, pack(file.key, compiled()));
    } finally {
      fs.closeSync(descriptor);
    }
    fs.renameSync(draft, join(folder, file.name));
    prune(folder, file.name);
  } catch {
    if (isMade) fs.rmSync(draft, { force: true });
  }
};
