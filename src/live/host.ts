import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Env } from '../world.ts';

/** Signals that a supervised tool must not miss. */
export const FORWARDED = ['SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGHUP'] as const;
/** One of {@link FORWARDED}. */
export type ForwardedSignal = (typeof FORWARDED)[number];

/** A tool whose stdout is ours to read; its stderr too, unless it is inherited. */
export type ToolProcess = Pick<ChildProcess, 'kill' | 'on' | 'once'> & {
  readonly stdout: Readable;
  readonly stderr: Readable | null;
};

/** How a tool is started. */
export interface SpawnOptions {
  readonly env: Env;
  /** Path of the file that becomes the tool's stdin. */
  readonly stdin: string;
  readonly stderr: 'inherit' | 'pipe';
}

/** What supervising a tool takes from the process beside the {@link World}. */
export interface Host {
  /** Starts a program in our own process group, so that it shares the terminal, its Ctrl-C and its Ctrl-Z with us. */
  spawn(argv: readonly string[], options: SpawnOptions): ToolProcess;
  readonly stdout: Writable;
  /** May what goes to stdout show up on the terminal? True for a terminal and for a pipe, false for a file. */
  readonly stdoutOnScreen: boolean;
  /** Catches {@link FORWARDED} instead of dying of them. @returns what gives them back their effect */
  onSignal(listener: (signal: ForwardedSignal) => void): () => void;
}
