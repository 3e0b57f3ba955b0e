import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMIT_MS } from './limit.ts';
import type { Sandbox } from './sandbox.ts';

/** How a run ended. */
export interface RunEnd {
  /** As a shell shows it: 128 + n after signal n. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run of `ai` that goes on. */
export interface Running {
  /** The launcher's pid, which becomes the tool's. */
  readonly pid: number;
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves when stdout and stderr are closed too. */
  readonly ended: Promise<RunEnd>;
  /** Resolves when the process itself is gone, whoever still holds its output. */
  readonly gone: Promise<void>;
}

export interface AiOptions {
  /** Piped into it; without it stdin is /dev/null, with `open` a pipe that nobody writes to or closes. */
  readonly stdin?: string | Buffer | { readonly open: true };
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Another program than `ai`. */
  readonly program?: string;
  /** A process group of its own, so that it gets no signal but ours. */
  readonly detached?: boolean;
}

const SIGNALS: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGKILL: 9,
  SIGPIPE: 13,
  SIGTERM: 15,
};

const gather = (stream: NodeJS.ReadableStream | null): (() => string) => {
  const parts: Buffer[] = [];
  stream?.on('data', (part: Buffer) => parts.push(part));
  return () => Buffer.concat(parts).toString('utf8');
};

const feed = ({ stdin }: ChildProcess, input: AiOptions['stdin']): void => {
  stdin?.on('error', () => undefined);
  if (typeof input === 'string' || Buffer.isBuffer(input)) stdin?.end(input);
};

/** Starts `ai` in the sandbox. */
export const startAi = (box: Sandbox, args: readonly string[], options: AiOptions = {}): Running => {
  const { stdin, env, cwd = box.work, program = 'ai', detached = false } = options;
  const child = spawn(program, [...args], {
    cwd,
    env: { ...box.env, ...env },
    stdio: [stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    detached,
  });
  feed(child, stdin);
  const [stdout, stderr] = [gather(child.stdout), gather(child.stderr)];
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const ended = new Promise<RunEnd>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      const status = code ?? 128 + (SIGNALS[signal ?? ''] ?? 0);
      resolve({ status, stdout: stdout(), stderr: stderr() });
    });
  });
  return { pid: child.pid ?? 0, child, stdout, stderr, ended, gone };
};

/** Runs `ai` to its end. */
export const ai = (box: Sandbox, args: readonly string[], options: AiOptions = {}): Promise<RunEnd> =>
  startAi(box, args, options).ended;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Waits until `look` gives something else than `undefined` and `false`.
 * @param ms when it never does: less than tools of tests live; no judge of speed
 * @throws Error with `what` behind that time
 */
export const until = async <Value>(
  what: string,
  look: () => Value | undefined | false,
  ms = 50_000,
): Promise<Value> => {
  for (const end = Date.now() + ms; Date.now() < end; await pause(5)) {
    const value = look();
    if (value !== undefined && value !== false) return value;
  }
  throw new Error(`in vain: ${what}`);
};

const listed = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

/** The folders that Claude Code makes for itself in the temporary one. */
const TOOLS_OWN = /^(claude-\d+|claude-ssh-config-\w+|cc-socks)$/;

/** What runs have left: session files, prompt files, pipes, anything in the temporary folder. */
export const leftovers = (box: Sandbox): string[] => [
  ...box.sessions(),
  ...listed(join(box.home, '.ai-runner/tmp')),
  ...box.litter().filter((name) => !TOOLS_OWN.test(name)),
];

/** A limit for cleaning up, in ms: less than the programs live that tools leave behind; no judge of speed. */
const CLEAN_LIMIT = 20_000;

/** Waits until nothing of a run is left, or for so long that something must be wrong. */
export const cleaned = (box: Sandbox): Promise<unknown> =>
  until('nothing is left', () => leftovers(box).length === 0, CLEAN_LIMIT).catch(() => undefined);

/** Nothing of a run is left, as soon as its reapers had their turn. */
export const expectClean = async (box: Sandbox): Promise<void> => {
  await cleaned(box);
  expect(leftovers(box)).toEqual([]);
};

/** Text of one of the sandbox's notes, as soon as it is there: whoever writes it opens the file first. */
export const noted = (box: Sandbox, name: string): Promise<string> =>
  until(`the note ${name}`, () => existsSync(box.file(name)) && (box.read(name) || undefined));

/** The pids whose command line holds a text. */
export const processesWith = (text: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => commandOf(pid).includes(text))
    .map(Number);

const commandOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ');
  } catch {
    return '';
  }
};
