import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files of one bundle that stay: other versions of ours or of Node.js may be in use as well. */
const KEPT = 3;

/** Milliseconds after which a cache is made anew, if its bundle is still there. */
const CACHE_AGE = 90 * 24 * 3600 * 1000;

/** Milliseconds after which a draft that was to be renamed at once has been abandoned. */
const DRAFT_AGE = 60_000;

/** The bundle that a file belongs to. */
const bundleOf = (name: string): string => name.slice(0, name.indexOf('.'));

/** Milliseconds since a file was written; without end when it is gone. */
const ageOf = (path: string): number =>
  Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);

/** Deletes caches of other versions but for the newest few, those nobody has made anew, and drafts of writers that were killed. */
export const prune = (folder: string, own: string): void => {
  const names = readdirSync(folder).filter((name) => name !== own);
  const dated = names.map((name) => ({ name, path: join(folder, name), age: ageOf(join(folder, name)) }));
  dated.sort((one, other) => one.age - other.age);
  const caches = dated.filter(({ name }) => name.endsWith('.bin'));
  const ousted = caches.filter(({ name }) => bundleOf(name) === bundleOf(own)).slice(KEPT - 1);
  const old = caches.filter(({ age }) => age > CACHE_AGE);
  const drafts = dated.filter(({ name, age }) => name.endsWith('.new') && age > DRAFT_AGE);
  for (const { path } of new Set([...ousted, ...old, ...drafts])) rmSync(path, { force: true });
};
