import type { World } from '../world.ts';
import { bootTime, type ProcStat, readStat, startedAt } from './proc.ts';
import { askPs, type PsRow } from './ps.ts';
import type { Session } from './session.ts';

/** What a session claims about its process. */
export type Claim = Pick<Session, 'pid' | 'startedAt' | 'startTime'>;

/**
 * Learns what it needs of all these claims at once and answers for each whether its process lives and is meant. Where each
 * process tells by itself the claims are not looked at before they are asked about.
 */
export type Liveness = (claims: Iterable<Claim>) => (claim: Claim) => boolean;

/** Seconds: clocks and their rounding make a session seem a little older than its process. */
const TOLERANCE = 2;

/** A process that began after the session is another one that got the same pid. */
const beganBefore = (claim: Claim, processStart: number | undefined): boolean =>
  claim.startedAt === undefined || processStart === undefined || processStart <= claim.startedAt + TOLERANCE;

const ENDED = 'ZXx';

const ended = (state: string): boolean => ENDED.includes(state.charAt(0));

const linux = (world: World): Liveness => {
  let boot: number | undefined;
  const processStart = (stat: ProcStat): number | undefined => {
    boot ??= bootTime(world);
    return boot === undefined ? undefined : startedAt(stat, boot);
  };
  const lives = (claim: Claim): boolean => {
    const stat = readStat(world, claim.pid);
    if (stat === undefined) return world.exists(claim.pid);
    if (ended(stat.state)) return false;
    if (claim.startTime !== undefined) return claim.startTime === stat.startTime;
    return beganBefore(claim, processStart(stat));
  };
  return () => lives;
};

const elsewhere =
  (world: World): Liveness =>
  (claims) => {
    const pids = new Set(Array.from(claims, ({ pid }) => pid));
    const existing = new Set([...pids].filter((pid) => world.exists(pid)));
    const rows = askPs(world, [...existing]);
    const matches = (row: PsRow, claim: Claim): boolean =>
      !ended(row.state) && beganBefore(claim, row.startedAt);
    return (claim) => {
      const row = rows.get(claim.pid);
      return row ? matches(row, claim) : existing.has(claim.pid);
    };
  };

/**
 * The judge of one listing. On Linux a process is identified by its start time in ticks since boot, which no change
 * of the clock touches; elsewhere, and for sessions that did not record it, by not having begun after the session.
 * In doubt a process lives, also one of another user: nothing that might be alive may be taken for dead.
 */
export const liveness = (world: World): Liveness =>
  world.platform === 'linux' ? linux(world) : elsewhere(world);
