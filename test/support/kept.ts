import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What keeps the meaning of configurations in the folder of the cache, by path. */
export const keptFiles = (home: string): string[] => {
  const folder = join(home, '.ai-runner/cache');
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names.filter((name) => /^(?:config|project)\./.test(name)).map((name) => join(folder, name));
};

/** The only one of them. */
export const onlyKept = (home: string): string => {
  const [path, ...others] = keptFiles(home);
  if (path === undefined || others.length > 0) throw new Error(`not one kept file: ${keptFiles(home)}`);
  return path;
};

/**
 * Makes kept files say something else than the configurations that they are about: whoever believes one shows it.
 * @param from what stands in the meaning, e.g. `"tier":"opus"`
 */
export const falsifyKept = (home: string, from: string, to: string): void => {
  let count = 0;
  for (const path of keptFiles(home)) {
    const text = readFileSync(path, 'utf8');
    // The meaning comes last, in one line.
    const start = text.lastIndexOf('\n');
    const changed = text.slice(0, start) + text.slice(start).replaceAll(from, to);
    if (changed !== text) count++;
    writeFileSync(path, changed);
  }
  if (count === 0) throw new Error(`nothing that is kept says ${from}`);
};
