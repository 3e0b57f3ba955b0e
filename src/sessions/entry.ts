import type { Dirent } from 'node:fs';
import type { World } from '../world.ts';
import { escapeText } from './escape.ts';
import { type FileName, nameSays, readName } from './file-name.ts';
import type { Claim } from './liveness.ts';
import { parse, type RecordedSession } from './session-file.ts';
import { readSmall } from './small-file.ts';

/** A file of the folder with every process that could be its owner. */
export interface Entry {
  readonly path: string;
  /** Absent while the shell has not written it yet. */
  readonly session: RecordedSession | undefined;
  /** The session's own claim, or the file name's where there is no session yet. */
  readonly owner: Claim | undefined;
  /** What the file name claims besides, when it names another process. */
  readonly other: Claim | undefined;
}

/** Why an entry is not opened: a pipe or device could block or act, a link leads out of the folder. */
export const refusal = (entry: Dirent): string =>
  entry.isSymbolicLink() ? 'it is a symbolic link' : 'it is not a regular file';

const namedClaim = ({ pid, startedAt }: FileName): Claim | undefined =>
  pid === undefined ? undefined : { pid, startedAt, startTime: undefined };

const entryOf = (path: string, name: string, session: RecordedSession | undefined): Entry => {
  if (!session) return { path, session, owner: namedClaim(readName(name)), other: undefined };
  if (nameSays(name, session)) return { path, session, owner: session, other: undefined };
  const named = namedClaim(readName(name));
  return { path, session, owner: session, other: named?.pid === session.pid ? undefined : named };
};

/** Reads one file, or nothing when it is gone or no session file; `warn` gets one sentence at most. */
export const readEntry = (
  world: World,
  folder: string,
  name: string,
  warn: (problem: string) => void,
): Entry | undefined => {
  const path = `${folder}/${name}`;
  const file = readSmall(world.files, path);
  if (file === undefined) return undefined;
  const { session, unfinished, problems } =
    'text' in file ? parse(file.text, name) : { unfinished: false, problems: [file.refused] };
  if (problems.length > 0) warn(`${escapeText(path)}${session ? '' : ' is skipped'}: ${problems.join(', ')}`);
  return session || unfinished ? entryOf(path, name, session) : undefined;
};
