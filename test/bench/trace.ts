import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from './stage.ts';

/** What a program and its children started. */
export interface Started {
  readonly processes: number;
  /** Paths of the programs, the first one included. */
  readonly programs: readonly string[];
}

/** Counts from the output of `strace -f`; threads are no processes. */
export const readTrace = (trace: string): Started => {
  const calls = trace.match(/^\d+ +(?:clone3?|v?fork)\(.*/gm) ?? [];
  const programs = [...trace.matchAll(/^\d+ +execve\("([^"]*)".*= 0$/gm)].map(([, path = '']) => path);
  return { processes: calls.filter((call) => !call.includes('CLONE_THREAD')).length, programs };
};

/**
 * Runs a program under strace.
 * @throws Error when strace or the program fails
 */
export const traced = (
  stage: Stage,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Started => {
  const file = join(stage.root, 'trace');
  const words = ['-f', '-qq', '-e', 'trace=process,execve', '-e', 'signal=none', '-o', file, ...argv];
  const { status, error, stderr } = spawnSync('strace', words, {
    cwd: stage.root,
    env: { ...stage.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Error(`strace ${argv.join(' ')}: status ${status}: ${stderr}`, { cause: error });
  const trace = readFileSync(file, 'utf8');
  rmSync(file);
  return readTrace(trace);
};

/** strace is a program of Linux. */
export const canTrace = process.platform === 'linux';
