import { ancestors } from '../start/calling-shell.ts';
import type { World } from '../world.ts';

/** A descriptor of a process, as proc(5) shows it. */
interface Holder {
  readonly pid: number;
  readonly descriptor: number;
}

const PS_LIMIT_MS = 2000;
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

/** pid, parent and process group of a line of `ps`. */
const rowOf = (line: string): [number, number, number] => {
  const [pid = 0, parent = 0, group = 0] = line.trim().split(/\s+/).map(Number);
  return [pid, parent, group];
};

/** Without /proc: the members of a pipeline are one process group, setpgid(2). */
const fromPs = (world: World, above: ReadonlySet<number>): boolean => {
  const argv = ['ps', '-A', '-o', 'pid=', '-o', 'ppid=', '-o', 'pgid='];
  const { stdout } = world.run(argv, { env: world.env, timeoutMs: PS_LIMIT_MS, stdout: 'capture' });
  const rows = stdout.split('\n').map(rowOf);
  const ours = rows.find(([pid]) => pid === world.pid)?.[2];
  return rows.some(
    ([pid, parent, group]) => group === ours && pid !== world.pid && parent !== world.pid && !above.has(pid),
  );
};

/**
 * Whether a process beside those that started us may still write into the pipe that is our stdin: the one before us in
 * a pipeline. A pipe that only a job runner, sshd or another program above us holds open is not one to wait for.
 */
export const mayStillWrite = (world: World): boolean => {
  // The first process is above everybody; the walk ends before it.
  const above = new Set([1, ...[...ancestors(world)].map(({ pid }) => pid)]);
  return world.platform === 'linux' ? fromProc(world, above) : fromPs(world, above);
};
