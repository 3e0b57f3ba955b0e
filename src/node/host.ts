import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { FORWARDED, type ForwardedSignal, type Host, type ToolProcess } from '../live/host.ts';

const spawnTool: Host['spawn'] = (argv, { env, stdin, stderr }) => {
  const [program = '', ...words] = argv;
  const input = openSync(stdin, 'r');
  try {
    return spawn(program, words, {
      env: env as NodeJS.ProcessEnv,
      stdio: [input, 'pipe', stderr],
    }) as unknown as ToolProcess;
  } finally {
    closeSync(input);
  }
};

const onSignal = (listener: (signal: ForwardedSignal) => void): (() => void) => {
  for (const signal of FORWARDED) process.on(signal, listener);
  return () => {
    for (const signal of FORWARDED) process.off(signal, listener);
  };
};

/** The process as the parent of a tool. */
export const nodeHost = (): Host => ({
  spawn: spawnTool,
  stdout: process.stdout,
  stdoutOnScreen: !fstatSync(1).isFile(),
  onSignal: onSignal as Host['onSignal'],
});
