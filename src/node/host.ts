import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { isatty } from 'node:tty';
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

/** A terminal, or a pipe to a program that may write to one. */
const onScreen = (): boolean => {
  const stats = fstatSync(1);
  return isatty(1) || stats.isFIFO() || stats.isSocket();
};

/** Keeps the tool's pid in a file while it runs, for whoever has to end it when we were killed. */
const noted =
  (file: string): Host['spawn'] =>
  (argv, options) => {
    const tool = spawnTool(argv, options);
    tool.once('spawn', () =>
      writeFileSync(file, `${(tool as unknown as ChildProcess).pid}\n`, { mode: 0o600 }),
    );
    tool.once('exit', () => rmSync(file, { force: true }));
    return tool;
  };

/**
 * The process as the parent of a tool.
 * @param pidFile path of the file for the tool's pid
 */
export const nodeHost = (pidFile: string): Host => ({
  spawn: noted(pidFile),
  stdout: process.stdout,
  stdoutOnScreen: onScreen(),
  onSignal: onSignal as Host['onSignal'],
});
