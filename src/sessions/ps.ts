import type { World } from '../world.ts';

/** What `ps` says of a process: its state (`Z` is a zombie) and its start, seconds since the epoch. */
export interface PsRow {
  readonly state: string;
  readonly startedAt: number;
}

const LINE = /^\s*(\d+)\s+(\S+)\s+(\S.*\S)\s*$/;

const parseLine = (line: string): readonly [number, PsRow][] => {
  const [, pid = '', state = '', start = ''] = LINE.exec(line) ?? [];
  const startedAt = Date.parse(`${start} UTC`) / 1000;
  return pid && !Number.isNaN(startedAt) ? [[Number(pid), { state, startedAt }]] : [];
};

/**
 * Asks `ps` once for all of `pids`. Each column has its own `-o`: BSD's ps takes everything behind the first `=` for
 * that column's title. `lstart` is a date like `Sun Nov 22 10:30:00 2026` in the C locale, here in UTC.
 *
 * @returns the processes that ps named; empty when it could not be run
 */
export const askPs = (world: World, pids: readonly number[]): ReadonlyMap<number, PsRow> => {
  if (pids.length === 0) return new Map();
  const { stdout } = world.run(['ps', '-o', 'pid=', '-o', 'stat=', '-o', 'lstart=', '-p', pids.join(',')], {
    env: { ...world.env, LC_ALL: 'C', TZ: 'UTC' },
    timeoutMs: 5000,
    stdout: 'capture',
  });
  return new Map(stdout.split('\n').flatMap(parseLine));
};
