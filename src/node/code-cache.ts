import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { type Compiled, unpack } from './cache-format.ts';

/** A file of the cache: its folder, its name in it, and what the file must say of itself. */
export interface CacheFile {
  /** The user's folder of the program, e.g. `~/.ai-runner`; the cache is a folder in it. */
  readonly home: string;
  readonly name: string;
  /** Source, version of Node.js, machine and V8 flags: another key is another file's content. */
  readonly key: string;
  /** Effective user id. */
  readonly uid: number;
}

/** What nobody else may do with a file or folder of ours, and of the installation: stat(2). */
const OTHERS = 0o077;
const OTHERS_WRITE = 0o022;
const LARGEST = 16 * 1024 * 1024;
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK, S_IFMT, S_IFDIR, S_IFREG } = constants;

/** Is it of this type, and has it none of these permissions? */
const isSound = (stats: Stats | undefined, type: number, denied: number): stats is Stats =>
  stats !== undefined && (stats.mode & (S_IFMT | denied)) === type;

/** The folder of the user's cache. */
export const folderOf = ({ home }: CacheFile): string => `${home}/cache`;

const NO_ERROR = { throwIfNoEntry: false } as const;

/** Could nobody else have put a file into the folder, or another folder in its place? */
export const isSafe = (file: CacheFile): boolean => {
  const home = statSync(file.home, NO_ERROR);
  if (!isSound(home, S_IFDIR, OTHERS_WRITE) || home.uid !== file.uid) return false;
  const folder = lstatSync(folderOf(file), NO_ERROR);
  return isSound(folder, S_IFDIR, OTHERS) && folder.uid === file.uid;
};

/** @param isFine - whether a file may be believed, which may have any type */
const readFrom = (path: string, key: string, isFine: (stats: Stats) => boolean): Compiled | undefined => {
  const descriptor = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = fstatSync(descriptor);
    if (stats.size > LARGEST || !isFine(stats)) return undefined;
    return unpack(stats.size, key, (bytes, offset, length, position) =>
      readSync(descriptor, bytes, offset, length, position),
    );
  } finally {
    closeSync(descriptor);
  }
};

/** The content of the user's file, verified; `undefined` when it is absent, damaged, of another key or not surely ours. */
export const readOwn = (file: CacheFile): Compiled | undefined => {
  try {
    const path = `${folderOf(file)}/${file.name}`;
    // Most runs have no file of their own: to ask costs less than an error.
    if (!existsSync(path) || !isSafe(file)) return undefined;
    return readFrom(
      path,
      file.key,
      (stats) => isSound(stats, S_IFREG, OTHERS) && stats.uid === file.uid && stats.nlink === 1,
    );
  } catch {
    return undefined;
  }
};

/**
 * The same from a folder of the installation. It is believed where the program's text is: nobody else may write to the folder or
 * to the file, and each belongs to root, to us or to the owner of the text.
 *
 * @param text - path of the program's text
 */
export const readShipped = (file: CacheFile, folder: string, text: string): Compiled | undefined => {
  const isOwner = (uid: number): boolean => uid === 0 || uid === file.uid || uid === statSync(text).uid;
  const isFine = (stats: Stats | undefined, type: number): boolean =>
    isSound(stats, type, OTHERS_WRITE) && isOwner(stats.uid);
  try {
    if (!isFine(lstatSync(folder, NO_ERROR), S_IFDIR)) return undefined;
    return readFrom(`${folder}/${file.name}`, file.key, (stats) => isFine(stats, S_IFREG));
  } catch {
    return undefined;
  }
};
