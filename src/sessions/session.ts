/** Kinds of sessions: a shell under `ai env`, an interactive run, a script run. */
export type SessionKind = 'shell' | 'run' | 'script';

/**
 * One session as its file records it: `key=value` a line, see {@link ./session-file.ts}. Strings are free of
 * newlines and control bytes. Absent fields are `undefined`.
 */
export interface Session {
  readonly id: string;
  readonly tool: string;
  readonly provider: string;
  readonly providerName: string | undefined;
  readonly auth: string | undefined;
  readonly payer: string | undefined;
  readonly model: string | undefined;
  readonly smallModel: string | undefined;
  readonly region: string | undefined;
  readonly project: string | undefined;
  readonly teams: boolean;
  readonly pid: number;
  /** Start of the session, seconds since the epoch. */
  readonly startedAt: number | undefined;
  /** Kernel start time of the pid: field 22 of `/proc/PID/stat` in clock ticks since boot (proc(5)). */
  readonly startTime: string | undefined;
  readonly kind: SessionKind | undefined;
  readonly shell: string | undefined;
  readonly cwd: string | undefined;
  readonly tty: string | undefined;
}
