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

/** A real zombie: its parent turned into a program that never waits for it. */
export const zombiePid = async (): Promise<number> => {
  const child = spawn('sh', ['-c', 'true & echo $!; exec sleep 600'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await started(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const pid = Number(line.toString());
  while (!readFileSync(`/proc/${pid}/stat`, 'latin1').includes(') Z ')) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
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
