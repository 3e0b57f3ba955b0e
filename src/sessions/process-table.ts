import { basename } from 'node:path';

/** A process as find-process reports it. `cmd` is the whole command line and must never be shown: it may hold keys. */
export interface ProcessInfo {
  readonly pid: number;
  readonly ppid: number;
  readonly cmd: string;
}

/** Every process of the machine by pid. */
export type ProcessTable = ReadonlyMap<number, ProcessInfo>;

/**
 * Reads the process table through find-process, which starts `ps` by itself.
 *
 * @throws when ps is not there, knows other options (busybox), or prints more than the 2 MiB that are read from it
 */
export const processTable = async (): Promise<ProcessTable> => {
  const { default: find } = await import('find-process');
  const rows: readonly ProcessInfo[] = await find('name', /(?:)/, { logLevel: 'error' });
  if (rows.length === 0) throw new Error('ps named no process');
  return new Map(rows.map((row) => [row.pid, row]));
};

/** The program of a command line: its first word without folders; a login shell's leading `-` is no part of it. */
export const programOf = (cmd: string): string =>
  basename(cmd.trim().split(/\s/, 1)[0] ?? '').replace(/^-/, '');
