import type { World } from '../world.ts';

/** What `/proc/PID/stat` says of a process (proc(5)). */
export interface ProcStat {
  /** Field 3: `Z` is a zombie, `X` and `x` are dead. */
  readonly state: string;
  /** Field 22: start in clock ticks since boot. */
  readonly startTime: string;
}

/** `sysconf(_SC_CLK_TCK)`, which the kernel gives to programs as 100 on every architecture that Node runs on. */
const TICKS_PER_SECOND = 100;

/**
 * Fields 3 and 22, counted from behind the command in field 2. That may hold blanks and parentheses, but in its 15 bytes (64 for
 * threads of the kernel, which name themselves) never nineteen fields: only what follows its own `)` matches.
 */
const STAT = /\) (\S)(?: -?\d+){18} (\d+) /;

/** Reads the text of `/proc/PID/stat`; `undefined` when it is of another form. */
export const parseStat = (text: string): ProcStat | undefined => {
  const fields = STAT.exec(text);
  return fields === null ? undefined : { state: fields[1] ?? '', startTime: fields[2] ?? '' };
};

/** Reads `/proc/PID/stat`; `undefined` when it is hidden (`hidepid`), missing or of another form. */
export const readStat = (world: World, pid: number): ProcStat | undefined => {
  try {
    return parseStat(world.files.readSmall(`/proc/${pid}/stat`, 4096));
  } catch {
    return undefined;
  }
};

/** Seconds since the epoch at which the machine booted (`btime` in `/proc/stat`); `undefined` if not to be had. */
export const bootTime = (world: World): number | undefined => {
  try {
    const match = /^btime (\d+)$/m.exec(world.files.read('/proc/stat'));
    return match ? Number(match[1]) : undefined;
  } catch {
    return undefined;
  }
};

/** Start of a process, seconds since the epoch, from its ticks since boot. */
export const startedAt = (stat: ProcStat, boot: number): number =>
  boot + Number(stat.startTime) / TICKS_PER_SECOND;
