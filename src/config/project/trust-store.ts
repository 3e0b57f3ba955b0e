import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { runnerHome } from '../../sessions/paths.ts';
import { escapeText } from '../../text/escape.ts';
import type { World } from '../../world.ts';
import { changeableByOthers } from '../safe-file.ts';
import { isSection } from '../tidy.ts';

/** What the user has said about a project's file. */
export interface TrustRecord {
  /** Real path of the file. */
  readonly path: string;
  /** SHA-256 (hex) of the text that is trusted; `undefined` when the file is to be left out whatever it says. */
  readonly content: string | undefined;
}

const LARGEST = 16_384;

// Loaded by its use: most working directories have no project file.
const sha256 = async (text: string): Promise<string> => {
  const { createHash } = await import('node:crypto');
  return createHash('sha256').update(text).digest('hex');
};

const folderOf = (world: World): string => join(runnerHome(world), 'trust');

const recordFile = async (world: World, path: string): Promise<string> =>
  join(folderOf(world), `${await sha256(path)}.json`);

const parseRecord = (text: string): TrustRecord | undefined => {
  try {
    const data: unknown = JSON.parse(text);
    if (!isSection(data) || typeof data.path !== 'string') return undefined;
    return { path: data.path, content: typeof data.content === 'string' ? data.content : undefined };
  } catch {
    return undefined;
  }
};

/** The folder or file through which somebody else could say what is trusted; one that is missing throws. */
const openPlace = (world: World, file?: string): string | undefined =>
  [runnerHome(world), folderOf(world), ...(file === undefined ? [] : [file])].find((path) =>
    changeableByOthers(world, world.files.stat(path)),
  );

const readRecord = (world: World, file: string): TrustRecord | undefined => {
  try {
    if (openPlace(world, file) !== undefined) return undefined;
    return parseRecord(world.files.readSmall(file, LARGEST));
  } catch {
    return undefined;
  }
};

const names = (world: World): string[] => {
  try {
    return world.files.list(folderOf(world));
  } catch {
    return [];
  }
};

/** What was said about this file with this text; a changed text is as unknown as a new file. */
export const verdictOn = async (
  world: World,
  path: string,
  text: string,
): Promise<'trusted' | 'ignored' | undefined> => {
  // To load what makes the hashes takes longer than anything else in a start.
  if (names(world).length === 0) return undefined;
  const record = readRecord(world, await recordFile(world, path));
  if (record?.path !== path) return undefined;
  if (record.content === undefined) return 'ignored';
  return record.content === (await sha256(text)) ? 'trusted' : undefined;
};

/**
 * Remembers a verdict: the text that is trusted, or `undefined` for a file to be left out.
 * @throws Node's own `ErrnoException` when it cannot be written; UserError where others could change it
 */
export const remember = async (world: World, path: string, text: string | undefined): Promise<void> => {
  const content = text === undefined ? undefined : await sha256(text);
  world.files.makeFolder(folderOf(world));
  const open = openPlace(world);
  if (open !== undefined)
    throw new UserError(
      `${escapeText(open)} can be changed by other users, who could trust files in your name`,
      {
        hint: `Make it yours alone: chmod 700 ${escapeText(open)}`,
      },
    );
  world.files.replace(await recordFile(world, path), `${JSON.stringify({ path, content })}\n`);
};

/** Forgets what was said about a file. @returns whether anything was */
export const forget = async (world: World, path: string): Promise<boolean> => {
  try {
    world.files.remove(await recordFile(world, path));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
};

/** Everything that was said, by path. */
export const records = (world: World): TrustRecord[] =>
  names(world)
    .flatMap((name) => readRecord(world, join(folderOf(world), name)) ?? [])
    .sort((a, b) => (a.path < b.path ? -1 : 1));
