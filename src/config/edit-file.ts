import { dirname, extname } from 'node:path';
import { UserError } from '../errors.ts';
import { escapeText } from '../text/escape.ts';
import { tilde } from '../text/shell.ts';
import type { World } from '../world.ts';
import type { Builtin } from './builtin.ts';
import { type Config, EMPTY_CONFIG } from './config.ts';
import { configPlace } from './paths.ts';
import { readConfig } from './read-config.ts';
import { openToOthers } from './safe-file.ts';

/** The user's configuration, opened to be changed. */
export interface OpenConfig {
  /** Its name for people: `~` for the home folder, and where it leads if it is a link. */
  readonly name: string;
  /** The file itself, links resolved. */
  readonly path: string;
  /** Permission bits; `undefined` for a file that does not exist yet. */
  readonly mode: number | undefined;
  /** Whether others may read it. */
  readonly open: boolean;
  /** Whether it is read as JSON; YAML otherwise. */
  readonly json: boolean;
  readonly text: string;
  readonly config: Config;
}

const short = (world: World, path: string): string => escapeText(tilde(world, path));

/** Bytes that are no UTF-8 would not come back as they were. */
const decoded = (bytes: Buffer, name: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new UserError(`the configuration ${name} is not UTF-8`, { hint: 'Save it as UTF-8.', cause });
  }
};

/** The name that the user gave it decides, as in reading (./read-file.ts), not that of a link's target. */
const isJson = (path: string, text: string): boolean => {
  const extension = extname(path);
  if (extension === '.json') return true;
  return extension !== '.yaml' && extension !== '.yml' && /^\uFEFF?\s*\{/.test(text);
};

const newConfig = (world: World, path: string): OpenConfig => ({
  name: short(world, path),
  path,
  mode: undefined,
  open: false,
  json: isJson(path, ''),
  text: isJson(path, '') ? '{}\n' : '',
  config: EMPTY_CONFIG,
});

const noPlace = (): UserError =>
  new UserError('there is no home folder to keep a default in', { hint: 'Set HOME or AI_RUNNER_CONFIG.' });

/**
 * Opens the configuration that {@link configPlace} finds; one that does not exist is empty.
 * @throws UserError as {@link readConfig}, without a home folder, and for a file that is not UTF-8
 */
export const openConfig = async (world: World, builtin: Builtin): Promise<OpenConfig> => {
  const place = configPlace(world);
  if (place.path === undefined) throw noPlace();
  if (!place.exists) return newConfig(world, place.path);
  const { config } = await readConfig(world, place.path, builtin);
  const path = world.files.realpath(place.path);
  const stats = world.files.stat(path);
  const isLink = world.files.lstat(place.path).isSymbolicLink();
  const name = short(world, place.path) + (isLink ? ` -> ${short(world, path)}` : '');
  const text = decoded(world.files.readBytes(path), name);
  const json = isJson(place.path, text);
  return { name, path, mode: stats.mode & 0o7777, open: openToOthers(stats), json, text, config };
};

/** errno(3) in words, with the remedy. */
const REASONS: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  EACCES: ['its folder may not be changed by you', 'Check the rights of the folder.'],
  EPERM: ['its folder may not be changed by you', 'Check the rights of the folder.'],
  EROFS: ['its file system is read-only', 'Change the file where it comes from.'],
  ENOSPC: ['the disk is full', 'Make room and try again.'],
  EDQUOT: ['your disk quota is used up', 'Make room and try again.'],
};

const unwritable = (name: string, error: unknown): unknown => {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') return error;
  const [reason, hint] = REASONS[code] ?? [code, 'Check the path.'];
  return new UserError(`the configuration ${name} cannot be written: ${reason}`, {
    hint: `Nothing was changed. ${hint}`,
    cause: error,
  });
};

/**
 * Puts a new text in the place of the old one, at once or not at all; a new file is for its owner alone (0600).
 * @throws UserError when the folder or the disk does not allow it
 */
export const saveConfig = (world: World, { path, name, mode }: OpenConfig, text: string): void => {
  try {
    if (mode === undefined) world.files.makeFolder(dirname(path));
    world.files.replace(path, text, mode);
  } catch (error) {
    throw unwritable(name, error);
  }
};
