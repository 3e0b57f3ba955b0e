import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { LIMIT_MS } from './limit.ts';
import { fields, type Sandbox } from './sandbox.ts';
import type { Shell } from './shells.ts';

/** How a scenario ended. Text is bytes: one character each (latin1). */
export interface Finished {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The `key=value` lines of stdout. */
  readonly said: Readonly<Record<string, string>>;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly stdin?: string;
  readonly cwd?: string;
  /** How the shell gets its script; `stdin` puts the script there instead of `stdin`'s text. */
  readonly as?: 'file' | 'code' | 'stdin';
  readonly args?: readonly string[];
  readonly uid?: number;
  /** Words in front of the shell's own, e.g. `['strace', '-f']`. */
  readonly under?: readonly string[];
}

const latin1 = (buffer: Buffer): string => buffer.toString('latin1');

/** Opens a file with this text for reading: fish takes no script from the sockets that node makes of a text. */
const openInput = (box: Sandbox, text: string): number => {
  const path = box.file('stdin');
  writeFileSync(path, Buffer.from(text, 'latin1'));
  return openSync(path, 'r');
};

/** Runs a program to its end in the sandbox. */
export const runProgram = (box: Sandbox, argv: readonly string[], options: RunOptions = {}): Finished => {
  const [program = '', ...args] = argv;
  const stdin = openInput(box, options.stdin ?? '');
  const result = spawnSync(program, args, {
    cwd: options.cwd ?? box.work,
    env: { ...box.env, ...options.env },
    stdio: [stdin, 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  closeSync(stdin);
  if (result.error) throw result.error;
  const stdout = latin1(result.stdout);
  const stderr = latin1(result.stderr);
  return { status: result.status, signal: result.signal, stdout, stderr, said: fields(stdout) };
};

const invocation = (shell: Shell, box: Sandbox, script: string, options: RunOptions): string[] => {
  const args = options.args ?? [];
  if (options.as === 'code') return [...shell.code(script), ...args];
  if (options.as === 'stdin') return shell.file('').slice(0, -1);
  const path = box.file('script');
  writeFileSync(path, Buffer.from(script, 'latin1'));
  return [...shell.file(path), ...args];
};

/** Runs lines of shell code in a new shell. */
export const run = (
  shell: Shell,
  box: Sandbox,
  lines: readonly string[],
  options: RunOptions = {},
): Finished => {
  const script = `${lines.join('\n')}\n`;
  const argv = [...(options.under ?? []), shell.path, ...invocation(shell, box, script, options)];
  return runProgram(box, argv, options.as === 'stdin' ? { ...options, stdin: script } : options);
};

/** What `env -0` wrote, without what every shell sets anew for each command. */
export const environment = (box: Sandbox, name: string): Record<string, string> => {
  const entries = box
    .read(name)
    .split('\0')
    .filter((entry) => entry.includes('='));
  const named = entries.map((entry) => [
    entry.slice(0, entry.indexOf('=')),
    entry.slice(entry.indexOf('=') + 1),
  ]);
  return Object.fromEntries(named.filter(([key]) => key !== '_'));
};

/** `ai-sessions` as another terminal would see it; it prunes what is dead. */
export const listing = (box: Sandbox): string => {
  const result = runProgram(box, ['ai-sessions']);
  if (result.status !== 0 || result.stderr !== '')
    throw new Error(`ai-sessions: ${result.status} ${result.stderr}`);
  return result.stdout;
};
