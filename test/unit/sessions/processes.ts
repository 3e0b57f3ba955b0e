import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const children: ChildProcess[] = [];

const started = async (child: ChildProcess): Promise<number> => {
  children.push(child);
  await once(child, 'spawn');
  if (child.pid === undefined) throw new Error('no process was started');
  return child.pid;
};

/** A real process that lives until the end of the test. */
export const livePid = (program = 'sleep'): Promise<number> =>
  started(spawn(program, ['600'], { stdio: 'ignore' }));

/** The pid of a real process that has ended and been waited for. */
export const deadPid = (): number => spawnSync('true').pid;

/** Waits until a file of a process says what is expected of it. */
const until = async (path: string, text: string): Promise<void> => {
  while (!readFileSync(path, 'latin1').includes(text)) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/** A real zombie: it ended after its parent had turned into a program that never waits for it. */
export const zombiePid = async (): Promise<number> => {
  const child = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 600'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const parent = await started(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const pid = Number(line.toString());
  await until(`/proc/${parent}/comm`, 'sleep');
  process.kill(pid, 'SIGKILL');
  await until(`/proc/${pid}/stat`, ') Z ');
  return pid;
};

/** Field 22 of `/proc/PID/stat` by the fields' own count: the name of these processes has no blank. */
export const startTimeOf = (pid: number): string =>
  readFileSync(`/proc/${pid}/stat`, 'latin1').split(' ')[21] ?? 'none';

/** Ends what this file started; for `afterEach`. */
export const endProcesses = async (): Promise<void> => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit');
  }
};
