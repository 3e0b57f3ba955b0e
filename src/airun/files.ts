import { join } from 'node:path';
import { isThere } from '../config/is-there.ts';
import { absolute } from '../config/paths.ts';
import { inspect, openToOthers } from '../config/safe-file.ts';
import { UserError } from '../errors.ts';
import { escapeText } from '../text/escape.ts';
import { tilde } from '../text/shell.ts';
import type { World } from '../world.ts';
import type { Found, Skipped } from './entries.ts';
import { readSettings } from './read.ts';

const RULE = { what: 'The file', maxSize: 256 * 1024 } as const;

/** airun's own files, and the folders that it keeps them in, the newest first. */
const NAMES = ['secrets.sh', 'defaults.sh'];
const FOLDERS = ['~/.ai-runner', '~/.claude-switcher'];

/**
 * The files to read: those that were named, else airun's own.
 * @throws UserError when there are none
 */
export const filesToRead = (world: World, named: readonly string[]): readonly string[] => {
  if (named.length > 0) return named.map((name) => absolute(world, name));
  const folders = [...(world.env.AI_RUNNER_CONFIG_DIR ? [world.env.AI_RUNNER_CONFIG_DIR] : []), ...FOLDERS];
  for (const folder of folders) {
    const found = NAMES.map((name) => join(absolute(world, folder), name)).filter((path) =>
      isThere(world.files, path),
    );
    if (found.length > 0) return found;
  }
  throw new UserError(`there is no ${NAMES.join(' or ')} of airun in ${folders.join(' or ')}`, {
    hint: 'Name the file: ai config import FILE',
  });
};

const textOf = (world: World, path: string, name: string): string => {
  const bytes = world.files.readBytes(path);
  if (!bytes.includes(0)) return bytes.toString('utf8');
  throw new UserError(`The file ${name} is no text`, { hint: 'Check that it is the file you meant.' });
};

/** What was found in the files, the later one first to be believed. */
export interface Contents {
  readonly names: readonly string[];
  readonly variables: ReadonlyMap<string, Found>;
  readonly skipped: readonly Skipped[];
  /** Files that others can read. */
  readonly open: readonly string[];
}

/**
 * Reads files of shell assignments without executing them.
 * @throws UserError for a file that is not the user's own, too large or no text
 */
export const readFiles = (world: World, paths: readonly string[]): Contents => {
  const [names, open, variables]: [string[], string[], Map<string, Found>] = [[], [], new Map()];
  const skipped: Skipped[] = [];
  for (const path of paths) {
    const name = escapeText(tilde(world, path));
    names.push(name);
    if (openToOthers(inspect(world, path, RULE))) open.push(name);
    const { values, refusals } = readSettings(textOf(world, path, name), world.home);
    for (const { line, name: variable, reason } of refusals) {
      skipped.push({ from: `${name}:${line}`, ...(variable !== undefined && { variable }), reason });
      if (variable !== undefined) variables.delete(variable);
    }
    for (const [variable, setting] of values) variables.set(variable, { ...setting, file: name });
  }
  return { names, variables, skipped, open };
};
