import type { Dirent } from 'node:fs';
import type { World } from '../world.ts';
import { escapeText } from './escape.ts';
import { type FileName, readName, SUFFIX } from './file-name.ts';
import type { Claim } from './liveness.ts';
import { parse, type RecordedSession } from './session-file.ts';
import { readSmall } from './small-file.ts';

/** A file of the folder with every process that could be its owner. */
export interface Entry {
  readonly path: string;
  /** Absent while the shell has not written it yet. */
  readonly session: RecordedSession | undefined;
  /** The session's own claim first; the file name's besides when it names another process. */
  readonly claims: readonly Claim[];
}

const byName = (a: FileName, b: FileName): number =>
  (a.startedAt ?? 0) - (b.startedAt ?? 0) || (a.name < b.name ? -1 : 1);

/** The names of session files, oldest first as far as the names tell. */
export const inOrder = (entries: readonly Dirent[]): FileName[] =>
  entries.map(({ name }) => readName(name)).sort(byName);

/** The entries that are named like session files and those of them that must not be opened. */
export const sortOut = (entries: readonly Dirent[]) => {
  const named = entries.filter(({ name }) => name.endsWith(SUFFIX));
  return { files: named.filter((entry) => entry.isFile()), others: named.filter((entry) => !entry.isFile()) };
};

/** Why an entry is not opened: a pipe or device could block or act, a link leads out of the folder. */
export const refusal = (entry: Dirent): string =>
  entry.isSymbolicLink() ? 'it is a symbolic link' : 'it is not a regular file';

const claimsOf = ({ pid, startedAt }: FileName, session: RecordedSession | undefined): readonly Claim[] => {
  if (session && (pid === undefined || pid === session.pid)) return [session];
  const named = pid === undefined ? [] : [{ pid, startedAt, startTime: undefined }];
  return session ? [session, ...named] : named;
};

/** Reads one file, or nothing when it is gone or no session file; `warn` gets one sentence at most. */
export const readEntry = (
  world: World,
  folder: string,
  name: FileName,
  warn: (problem: string) => void,
): Entry | undefined => {
  const path = `${folder}/${name.name}`;
  const file = readSmall(world.files, path);
  if (file === undefined) return undefined;
  const { session, unfinished, problems } =
    'text' in file ? parse(file.text, name) : { unfinished: false, problems: [file.refused] };
  if (problems.length > 0) warn(`${escapeText(path)}${session ? '' : ' is skipped'}: ${problems.join(', ')}`);
  return session || unfinished ? { path, session, claims: claimsOf(name, session) } : undefined;
};
