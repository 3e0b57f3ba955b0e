import { UserError } from '../errors.ts';
import { escapeText } from '../text/escape.ts';
import type { World } from '../world.ts';
import { type Entry, readEntry } from './entry.ts';
import { inOrder, SUFFIX } from './file-name.ts';
import { openFolder } from './folder.ts';
import { sweepHalfWritten, sweepTemporaries } from './leftovers.ts';
import { type Claim, type Liveness, liveness } from './liveness.ts';
import { sessionsFolder } from './paths.ts';
import { type Remove, remover } from './removal.ts';
import type { Session } from './session.ts';
import type { RecordedSession } from './session-file.ts';

/** What is left of a session that has ended: what its hooks need, and nothing that keeps its file in memory. */
export type Ended = Pick<RecordedSession, 'id' | 'provider' | 'cleanup'>;

/** What a pass over the sessions folder came across, filled while it runs. */
export interface Findings {
  /** Sentences for people, safe to show. */
  readonly warnings: string[];
  /** Sessions that have ended and whose files this pass deleted; no other reader reports the same. */
  readonly dead: Ended[];
}

/** The live sessions by start, and what was found besides. */
export interface Sessions extends Findings {
  readonly sessions: readonly Session[];
}

/** Files that are read, judged and put in order together: the first rows of a full folder need not wait for all. */
const BATCH = 16;

const byStart = (a: Session, b: Session): number => (a.startedAt ?? 0) - (b.startedAt ?? 0);

function* claimsOf(entries: readonly Entry[]): Generator<Claim, void> {
  for (const { owner, other } of entries) {
    if (owner) yield owner;
    if (other) yield other;
  }
}

const endedOf = ({ id, provider, cleanup }: Session & Ended): Ended => ({ id, provider, cleanup });

/** Sorts the living from the dead; a file goes only when none of the processes that could own it lives. */
const settle = (
  entries: readonly Entry[],
  judge: Liveness,
  remove: Remove,
  findings: Findings,
): readonly Session[] => {
  const lives = judge(claimsOf(entries));
  const living: Session[] = [];
  for (const { path, session, owner, other } of entries) {
    if (!owner) continue;
    if (lives(owner)) {
      if (session) living.push(session);
    } else if (!(other && lives(other)) && remove(path) && session) {
      findings.dead.push(endedOf(session));
    }
  }
  return living.sort(byStart);
};

const unreadable = (path: string, code: string, cause: unknown): UserError =>
  new UserError(`the sessions folder ${escapeText(path)} cannot be read (${code})`, {
    hint: 'Give yourself access to it, or set AI_RUNNER_HOME to another folder.',
    cause,
  });

/** The names of session files, and what else lies in the folder. */
const sortOut = (all: readonly string[]) => {
  const [names, rest]: [string[], string[]] = [[], []];
  for (const name of all) (name.endsWith(SUFFIX) ? names : rest).push(name);
  return { names, rest };
};

const readBatch = (
  world: World,
  path: string,
  names: readonly string[],
  warn: (problem: string) => void,
): Entry[] => {
  const entries: Entry[] = [];
  for (const name of names) {
    const entry = readEntry(world, path, name, warn);
    if (entry) entries.push(entry);
  }
  return entries;
};

/**
 * Passes over the sessions folder once and yields the live sessions by start, several at a time, while deleting the files
 * of dead ones and what interrupted writers left. The time in a file's name puts a folder in order before anything is read; within
 * a batch the time in the file itself decides. Where `ps` has to be asked everything is one batch, so it runs once.
 *
 * @param findings - receives warnings and dead sessions
 * @throws UserError when the folder cannot be read
 */
export function* scan(world: World, findings: Findings): Generator<readonly Session[], void> {
  const path = sessionsFolder(world);
  const warn = (message: string): void => void findings.warnings.push(message);
  const remove = remover(world, warn);
  const folder = openFolder(world, path);
  if ('failed' in folder) throw unreadable(path, folder.failed, folder.cause);
  if ('refused' in folder) {
    warn(`the sessions folder ${escapeText(path)} is not read: ${folder.refused}`);
    return;
  }
  const { names, rest } = sortOut(folder.names);
  const judge = liveness(world);
  const size = world.platform === 'linux' ? BATCH : Math.max(names.length, 1);
  for (const batch of inOrder(names, size))
    yield settle(readBatch(world, path, batch, warn), judge, remove, findings);
  sweepHalfWritten(world, path, rest, remove);
  sweepTemporaries(world, remove);
}

/**
 * Everything {@link scan} yields and finds: whoever calls it runs the hooks of those dead ones that have `cleanup`.
 * @throws UserError when the folder cannot be read
 */
export const list = (world: World): Sessions => {
  const findings: Findings = { warnings: [], dead: [] };
  return { sessions: [...scan(world, findings)].flat(), ...findings };
};
