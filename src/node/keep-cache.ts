import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pack } from './cache-format.ts';
import { prune } from './cache-prune.ts';
import { type CacheFile, folderOf, isSafe } from './code-cache.ts';
import { makeOne } from './make-one.ts';
import { putFile } from './put-file.ts';

/** Makes the folder, but nothing in a home of somebody else (`sudo -E`), who could not write there any more. */
const makeFolder = (file: CacheFile): void => {
  if (statSync(dirname(file.home)).uid !== file.uid) return;
  makeOne(file.home);
  makeOne(folderOf(file));
};

/** Characters of all words that a cache remembers; who needs more begins anew. The head of a cache has room for them. */
const MOST = 3000;

/** What a cache has seen after a run with these words. */
export const withWords = (seen: readonly string[], words: readonly string[]): string[] => {
  const all = [...new Set([...seen, ...words])];
  return all.join('\n').length <= MOST ? all : [...words];
};

/**
 * Writes the user's file under its name at once. What goes wrong goes wrong in silence: then the next run is as slow.
 *
 * @param data - makes what V8 has compiled
 * @param head - of the cache that was in use; empty without one
 * @param words - what the cache has seen now as well
 */
export const writeCache = (
  file: CacheFile,
  data: () => Buffer,
  head: string,
  words: readonly string[],
): void => {
  const folder = folderOf(file);
  try {
    if (!isSafe(file)) makeFolder(file);
    if (!isSafe(file)) return;
    const seen = withWords(head.split('\n').slice(1, -1), words);
    putFile(join(folder, file.name), () => pack(file.key, data(), seen));
    prune(folder, file.name);
  } catch {}
};
