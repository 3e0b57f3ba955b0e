import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Stage } from './stage.ts';

/** Live processes that do nothing, each with a pid of its own. */
export interface Herd {
  readonly pids: readonly number[];
  /** Lets them end, and waits until they have: ten thousand at once disturb whatever is measured next. */
  readonly close: () => Promise<void>;
}

/** Bytes that one of them takes (measured with dash: 0.3 MiB, with the kernel's part). */
const EACH = 330_000;

/** Starts so many processes, or as many as half of the free memory and the limits of the machine allow. */
export const openHerd = async (stage: Stage, wanted: number): Promise<Herd> => {
  const count = Math.min(wanted, Math.floor(freemem() / 2 / EACH));
  const child = spawn('/bin/sh', [join(stage.shells, '../herd.sh'), String(count), 'ai'], {
    env: stage.env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  const pids: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) pids.push(Number(line));
  const close = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  return { pids, close };
};
