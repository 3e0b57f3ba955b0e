import { escapeText } from '../text/escape.ts';
import type { World } from '../world.ts';
import { type FileName, readName } from './file-name.ts';
import type { Claim } from './liveness.ts';
import { type ParsedFile, parse, type RecordedSession } from './session-file.ts';
import { isFresh, readOrRefuse, refusal, type SmallFile } from './small-file.ts';
import { readUsual } from './usual-file.ts';

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

const namedClaim = ({ pid, startedAt }: FileName): Claim | undefined =>
  pid === undefined ? undefined : { pid, startedAt, startTime: undefined };

const entryOf = (path: string, name: FileName, session: RecordedSession | undefined): Entry => {
  const named = namedClaim(name);
  if (!session) return { path, session, owner: named, other: undefined };
  return { path, session, owner: session, other: named?.pid === session.pid ? undefined : named };
};

/** Reads a file that is not as its writers leave it; `warn` gets one sentence at most. */
const readUnusual = (
  world: World,
  path: string,
  name: string,
  found: Exclude<SmallFile, undefined>,
  warn: (problem: string) => void,
): Entry | undefined => {
  const said = readName(name);
  const refused = refusal(world.files, path);
  const file = refused === undefined ? found : { refused };
  const { session, unfinished, problems }: ParsedFile =
    'text' in file ? parse(file.text, said) : { unfinished: false, problems: [file.refused] };
  if (unfinished && isFresh(world, path)) return entryOf(path, said, undefined);
  if (problems.length > 0) warn(`${escapeText(path)}${session ? '' : ' is skipped'}: ${problems.join(', ')}`);
  return session || unfinished ? entryOf(path, said, session) : undefined;
};

/** Reads one file, or nothing when it is gone or no session file; `warn` gets one sentence at most. */
export const readEntry = (
  world: World,
  folder: string,
  name: string,
  warn: (problem: string) => void,
): Entry | undefined => {
  const path = `${folder}/${name}`;
  const file = readOrRefuse(world.files, path);
  if (file === undefined) return undefined;
  const usual = 'text' in file ? readUsual(file.text, name) : undefined;
  if (usual) return { path, session: usual, owner: usual, other: undefined };
  return readUnusual(world, path, name, file, warn);
};
