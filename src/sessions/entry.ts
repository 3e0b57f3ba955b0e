import type { World } from '../world.ts';
import { escapeText } from './escape.ts';
import { readName, SUFFIX } from './file-name.ts';
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

/** The names of session files, oldest first as far as the names tell. */
export const inOrder = (names: readonly string[]): string[] =>
  names
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => ({ name, startedAt: readName(name)?.startedAt ?? 0 }))
    .sort((a, b) => a.startedAt - b.startedAt || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);

const claimsOf = (name: string, session: RecordedSession | undefined): readonly Claim[] => {
  const { pid, startedAt } = readName(name) ?? {};
  const named = pid === undefined ? [] : [{ pid, startedAt, startTime: undefined }];
  if (!session) return named;
  return [session, ...named.filter((claim) => claim.pid !== session.pid)];
};

/** Reads one file, or nothing when it is gone or no session file; `warn` gets one sentence at most. */
export const readEntry = (
  world: World,
  path: string,
  name: string,
  warn: (problem: string) => void,
): Entry[] => {
  const file = readSmall(world.files, path);
  if (file === undefined) return [];
  const { session, unfinished, problems } =
    'text' in file ? parse(file.text, name) : { unfinished: false, problems: [file.refused] };
  if (problems.length > 0) warn(`${escapeText(path)}${session ? '' : ' is skipped'}: ${problems.join(', ')}`);
  if (!session && !unfinished) return [];
  return [{ path, session, claims: claimsOf(name, session) }];
};
