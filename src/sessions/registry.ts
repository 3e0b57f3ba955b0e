import { UserError } from '../errors.ts';
import type { World } from '../world.ts';
import { type Entry, inOrder, readEntry, refusal, sortOut } from './entry.ts';
import { escapeText } from './escape.ts';
import { openFolder } from './folder.ts';
import { sweepHalfWritten, sweepTemporaries } from './leftovers.ts';
import { type Liveness, liveness } from './liveness.ts';
import { sessionsFolder } from './paths.ts';
import { type Remove, remover } from './removal.ts';
import type { Session } from './session.ts';
import type { RecordedSession } from './session-file.ts';

/** What a pass over the sessions folder came across, filled while it runs. */
export interface Findings {
  /** Sentences for people, safe to show. */
  readonly warnings: string[];
  /** Sessions that have ended and whose files this pass deleted; no other reader reports the same. */
  readonly dead: RecordedSession[];
}

/** The live sessions by start, and what was found besides. */
export interface Sessions extends Findings {
  readonly sessions: readonly Session[];
}

/** Files that are read, judged and put in order together: the first rows of a full folder need not wait for all. */
const BATCH = 50;

const byStart = (a: Session, b: Session): number => (a.startedAt ?? 0) - (b.startedAt ?? 0);

/** Sorts the living from the dead; a file goes only when none of the processes that could own it lives. */
const settle = (
  entries: readonly Entry[],
  judge: Liveness,
  remove: Remove,
  findings: Findings,
): Session[] => {
  const lives = judge(entries.flatMap(({ claims }) => claims));
  const living: Session[] = [];
  for (const { path, session, claims } of entries) {
    const [owner] = claims;
    if (owner && lives(owner)) {
      if (session) living.push(session);
    } else if (owner && !claims.some(lives) && remove(path) && session) {
      findings.dead.push(session);
    }
  }
  return living.sort(byStart);
};

const unreadable = (path: string, code: string, cause: unknown): UserError =>
  new UserError(`the sessions folder ${escapeText(path)} cannot be read (${code})`, {
    hint: 'Give yourself access to it, or set AI_RUNNER_HOME to another folder.',
    cause,
  });

/**
 * Passes over the sessions folder once and yields the live sessions by start, while deleting the files of dead ones
 * and what interrupted writers left. The time in a file's name puts a folder in order before anything is read; within
 * a batch the time in the file itself decides. Where `ps` has to be asked everything is one batch, so it runs once.
 *
 * @param findings - receives warnings and dead sessions
 * @throws UserError when the folder cannot be read
 */
export function* scan(world: World, findings: Findings): Generator<Session, void> {
  const path = sessionsFolder(world);
  const warn = (message: string): number => findings.warnings.push(message);
  const remove = remover(world, warn);
  const folder = openFolder(world, path);
  if ('failed' in folder) throw unreadable(path, folder.failed, folder.cause);
  if ('refused' in folder) {
    warn(`the sessions folder ${escapeText(path)} is not read: ${folder.refused}`);
    return;
  }
  const judge = liveness(world);
  const { files, others } = sortOut(folder.entries);
  for (const other of others) warn(`${escapeText(`${path}/${other.name}`)} is skipped: ${refusal(other)}`);
  const names = inOrder(files);
  const size = world.platform === 'linux' ? BATCH : Math.max(names.length, 1);
  for (let start = 0; start < names.length; start += size) {
    const entries = names.slice(start, start + size).map((name) => readEntry(world, path, name, warn));
    yield* settle(
      entries.filter((entry) => entry !== undefined),
      judge,
      remove,
      findings,
    );
  }
  sweepHalfWritten(world, path, folder.entries, remove);
  sweepTemporaries(world, remove);
}

/** Everything {@link scan} yields and finds. @throws UserError when the folder cannot be read */
export const list = (world: World): Sessions => {
  const findings: Findings = { warnings: [], dead: [] };
  return { sessions: [...scan(world, findings)], ...findings };
};

/**
 * Deletes the files of sessions that have ended and returns those sessions: the one place that learns of a session
 * whose shell could not clean up, so whoever calls it runs the hooks of those with `cleanup`.
 *
 * @throws UserError when the folder cannot be read
 */
export const prune = (world: World): Findings => {
  const { warnings, dead } = list(world);
  return { warnings, dead };
};
