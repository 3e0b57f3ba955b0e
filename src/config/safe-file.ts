import type { Stats } from 'node:fs';
import { UserError } from '../errors.ts';
import { escapeText } from '../text/escape.ts';
import type { World } from '../world.ts';

/** What a file must be before we read it. */
export interface FileRule {
  /** What the file is to the user, e.g. `The configuration`. */
  readonly what: string;
  /** Bytes. */
  readonly maxSize: number;
  /** Other users may own or change it: who reads it looks at {@link openedByOthers} itself. */
  readonly shared?: boolean;
}

/** The same for a file that is a configuration. */
export interface ConfigRule extends FileRule {
  /** What the files are called that keep what such a file means, see `recall`. */
  readonly kept: string;
}

/** The user's own configuration. */
export const USERS_FILE: ConfigRule = { what: 'The configuration', maxSize: 1024 * 1024, kept: 'config' };

const MODE_GROUP_OR_OTHERS_WRITE = 0o022;
const MODE_GROUP_OR_OTHERS = 0o077;

/** Whether anybody but the owner may read, write or run a file of this mode. */
export const openToOthers = (stats: Stats): boolean => (stats.mode & MODE_GROUP_OR_OTHERS) !== 0;

const MODE_OTHERS_WRITE = 0o002;

/** Files of another user could be changed by that user at any time; -1 is a platform without user ids. */
const isForeign = ({ uid }: World, stats: Stats): boolean =>
  uid !== -1 && stats.uid !== uid && stats.uid !== 0;

/** Whether somebody can change a file who is neither the user, root nor of the file's group. */
export const openedByOthers = (world: World, stats: Stats): boolean =>
  isForeign(world, stats) || (stats.mode & MODE_OTHERS_WRITE) !== 0;

/** Whether anybody but the user and root can change a file, or what is in a folder; members of its group can, too. */
export const changeableByOthers = (world: World, stats: Stats): boolean =>
  isForeign(world, stats) || (stats.mode & MODE_GROUP_OR_OTHERS_WRITE) !== 0;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'may not be read by you',
  ELOOP: 'is a link that leads to itself',
};

/** The error for a file that cannot be opened. */
export const unreadable = (what: string, path: string, error: unknown): UserError => {
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  return new UserError(`${what} ${escapeText(path)} ${REASONS[code] ?? `cannot be read (${code})`}`, {
    hint: 'Check the path, and where it leads if it is a link.',
    cause: error,
  });
};

const kindOf = (stats: Stats): string => {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a named pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
};

const complaint = (
  world: World,
  path: string,
  stats: Stats,
  rule: FileRule,
): [string, string] | undefined => {
  if (!stats.isFile()) return [`is ${kindOf(stats)}, not a regular file`, 'Name a regular file.'];
  if (stats.size > rule.maxSize) {
    return [`is larger than ${rule.maxSize / 1024} KiB`, 'Check that it is the file you meant.'];
  }
  if (rule.shared) return undefined;
  if (isForeign(world, stats)) {
    return [`belongs to another user (uid ${stats.uid})`, `Make it yours: chown ${world.uid} ${path}`];
  }
  if ((stats.mode & MODE_GROUP_OR_OTHERS_WRITE) !== 0) {
    return ['can be changed by other users', `Take that right away: chmod go-w ${path}`];
  }
  return undefined;
};

/**
 * Looks at a file before it is read: a named pipe would hang, a device never end, and whoever can write the
 * file decides what we run. A link is followed and its target judged.
 * @returns what stat(2) says about it
 * @throws UserError when it is not a regular file, too large, or (unless the rule says `shared`) not one of the user (or
 *   root) that only its owner can change
 */
export const inspect = (world: World, path: string, rule: FileRule): Stats => {
  let stats: Stats;
  try {
    stats = world.files.stat(path);
  } catch (error) {
    throw unreadable(rule.what, path, error);
  }
  const wrong = complaint(world, path, stats, rule);
  if (wrong === undefined) return stats;
  throw new UserError(`${rule.what} ${escapeText(path)} ${wrong[0]}`, { hint: escapeText(wrong[1]) });
};

/** A text as it is parsed: the byte order mark that some editors put in front is none of it. */
export const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');
