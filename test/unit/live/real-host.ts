import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { isatty } from 'node:tty';
import { FORWARDED, type Host, type SpawnOptions, type ToolProcess } from '../../../src/live/host.ts';

const start = (argv: readonly string[], { env, stdin, stderr }: SpawnOptions): ToolProcess => {
  const [program = '', ...args] = argv;
  const file = openSync(stdin, 'r');
  try {
    return spawn(program, args, {
      env: env as NodeJS.ProcessEnv,
      stdio: [file, 'pipe', stderr],
    }) as ChildProcess & { stdout: Readable };
  } finally {
    closeSync(file);
  }
};

const isOnScreen = (descriptor: number): boolean => {
  const stat = fstatSync(descriptor);
  return isatty(descriptor) || stat.isFIFO() || stat.isSocket();
};

/** The host that is this process. */
export const realHost = (): Host => ({
  spawn: start,
  stdout: process.stdout,
  stdoutOnScreen: isOnScreen(1),
  onSignal(listener) {
    for (const signal of FORWARDED) process.on(signal, listener);
    return () => {
      for (const signal of FORWARDED) process.off(signal, listener);
    };
  },
});
