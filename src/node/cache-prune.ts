import { readdirSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Files that stay: two versions of the fast commands. */
const KEPT = 8;

/** Milliseconds after which a draft that was to be renamed at once has been abandoned. */
const DRAFT_AGE = 60_000;

/** When a file was written, in ms since the epoch; 0 when it is gone. */
const written = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Deletes caches of other bundles and versions but for the newest few, and drafts of writers that were killed. */
export const prune = (folder: string, own: string): void => {
  const names = readdirSync(folder).filter((name) => name !== own);
  const dated = names.map((name) => ({ path: join(folder, name), time: written(join(folder, name)) }));
  dated.sort((one, other) => other.time - one.time);
  const drafts = dated.filter(({ path }) => path.endsWith('.new'));
  const caches = dated.filter(({ path }) => path.endsWith('.bin'));
  const abandoned = drafts.filter(({ time }) => Date.now() - time > DRAFT_AGE);
  for (const { path } of [...caches.slice(KEPT - 1), ...abandoned]) unlinkSync(path);
};
