import { ancestors } from '../start/calling-shell.ts';
import type { World } from '../world.ts';

/** A descriptor of a process, as proc(5) shows it. */
interface Holder {
  readonly pid: number;
  readonly descriptor: number;
}

const PS_LIMIT_MS = 5000;
/** The link of a descriptor that was opened for writing has the owner's write bit (proc(5), `/proc/PID/fd`). */
const WRITES = 0o200;

const numbers = (names: readonly string[]): number[] =>
  names.filter((name) => /^\d+$/.test(name)).map(Number);

/** What `work` returns; `undefined` where we may not look, or what was there is gone. */
const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/** Both ends of a pipe are the same inode, pipe(7). */
const identity = (world: World, path: string): string | undefined =>
  attempt(() => {
    const { dev, ino } = world.files.stat(path);
    return `${dev}:${ino}`;
  });

const canWrite = (world: World, path: string, id: string): boolean =>
  identity(world, path) === id && attempt(() => (world.files.lstat(path).mode & WRITES) !== 0) === true;

/** The descriptors through which a process can write to what `id` names. */
const writersIn = (world: World, pid: number, id: string): Holder[] => {
  const folder = `/proc/${pid}/fd`;
  return numbers(attempt(() => world.files.list(folder)) ?? [])
    .filter((descriptor) => canWrite(world, `${folder}/${descriptor}`, id))
    .map((descriptor) => ({ pid, descriptor }));
};

/**
 * A program that started us with a pipe has the other end at some high descriptor; one that has it as its own output
 * (`exec > >(ai task.md)`) writes to us.
 */
const isProducer = ({ pid, descriptor }: Holder, above: ReadonlySet<number>): boolean =>
  !above.has(pid) || descriptor === 1 || descriptor === 2;

const fromProc = (world: World, above: ReadonlySet<number>): boolean => {
  const id = identity(world, `/proc/${world.pid}/fd/0`);
  if (id === undefined) return false;
  return numbers(attempt(() => world.files.list('/proc')) ?? [])
    .filter((pid) => pid !== world.pid)
    .some((pid) => writersIn(world, pid, id).some((holder) => isProducer(holder, above)));
};

/** A process as `ps` shows it. */
interface Row {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** Begins with `Z` for a process that has ended, and writes nothing any more. */
  readonly state: string;
}

const rowOf = (line: string): Row => {
  const [pid, parent, group, state = ''] = line.trim().split(/\s+/);
  return { pid: Number(pid), parent: Number(parent), group: Number(group), state };
};

/** The processes above one. A table read in motion may contain a circle. */
const aboveIn = (rows: readonly Row[], start: Row): ReadonlySet<number> => {
  const parents = new Map(rows.map(({ pid, parent }) => [pid, parent]));
  const above = new Set<number>();
  for (let pid = parents.get(start.pid); pid !== undefined && !above.has(pid); pid = parents.get(pid))
    above.add(pid);
  return above;
};

/**
 * Without /proc: the members of a pipeline are one process group, setpgid(2). One table for all: who is above us and who is
 * beside us must not come from two moments, of which one may fail.
 */
const fromPs = (world: World): boolean => {
  const argv = ['ps', '-A', '-o', 'pid=', '-o', 'ppid=', '-o', 'pgid=', '-o', 'stat='];
  const { stdout } = world.run(argv, { env: world.env, timeoutMs: PS_LIMIT_MS, stdout: 'capture' });
  const rows = stdout.split('\n').map(rowOf);
  const own = rows.find(({ pid }) => pid === world.pid);
  if (own === undefined) return false;
  const above = aboveIn(rows, own);
  return rows.some(
    ({ pid, parent, group, state }) =>
      group === own.group &&
      pid !== own.pid &&
      parent !== own.pid &&
      !above.has(pid) &&
      !state.startsWith('Z'),
  );
};

/** The first process is above everybody; the walk ends before it. */
const aboveUs = (world: World): ReadonlySet<number> =>
  new Set([1, ...Array.from(ancestors(world), ({ pid }) => pid)]);

/**
 * Whether a process beside those that started us may still write into the pipe that is our stdin: the one before us in
 * a pipeline. A pipe that only a job runner, sshd or another program above us holds open is not one to wait for.
 */
export const mayStillWrite = (world: World): boolean =>
  world.platform === 'linux' ? fromProc(world, aboveUs(world)) : fromPs(world);
