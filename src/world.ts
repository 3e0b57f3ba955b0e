import type { Stats } from 'node:fs';
import type { Question } from './ask/question.ts';
import type { Host } from './live/host.ts';
import type { Stdin } from './run/stdin.ts';

/** An environment as a process receives it: exported variables only, values decoded as UTF-8. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Result of running a program to its end. `status` is `null` when it was killed or timed out. */
export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly error?: NodeJS.ErrnoException;
}

/** How a program is run: its environment, a time limit (ms) and whether its stdout is wanted. */
export interface CommandOptions {
  readonly env: Env;
  readonly timeoutMs: number;
  /** `capture` returns stdout; `stderr` lets the program write to our stderr. */
  readonly stdout: 'capture' | 'stderr';
}

/** Result of a local HTTP GET; `undefined` when nothing answered within the limit. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** One input or output of the process. `tty` is the terminal's name, e.g. `/dev/pts/3`. */
export interface StreamInfo {
  readonly isTTY: boolean;
  readonly columns: number;
}

/**
 * Everything outside the process. Nothing else reads `process.*`, the clock, files or the network, so every
 * path can be driven from a test.
 */
export interface World {
  readonly argv: readonly string[];
  readonly env: Env;
  /** The user's home folder (`$HOME`, else the password database); `undefined` when there is none. */
  readonly home: string | undefined;
  readonly platform: NodeJS.Platform;
  readonly pid: number;
  readonly ppid: number;
  /** Effective user id; `-1` where the platform has none. */
  readonly uid: number;
  /** Version of this package. */
  readonly version: string;
  /** Which build of the program on which Node.js this is; `undefined` when it runs from source. */
  readonly build?: string;
  /** The package's own folder: `shell/`, `completions/` and `schema/` lie in it. */
  readonly packageDir: string;
  /** Absolute paths of what this process runs: `[node, dist/ai.cjs]`. */
  readonly self: readonly string[];
  /** Absolute path of the command `ai`, which starts this program as the user does. */
  readonly launcher: string;
  readonly stdin: Stdin;
  readonly stdout: StreamInfo;
  readonly stderr: StreamInfo;
  /** Wall clock in ms since the epoch. */
  now(): number;
  /** The working directory; `undefined` when it was deleted. */
  cwd(): string | undefined;
  /** The controlling terminal of the caller, e.g. `/dev/pts/3`. */
  tty(): string | undefined;
  /** Writes data to stdout: shell code or what was asked for, nothing else. */
  out(text: string): void;
  /** Writes the plan of a run for the launcher, on descriptor 3; throws when nobody reads it. */
  plan(text: string): void;
  /** Writes for people to stderr. */
  err(text: string): void;
  /** Asks on the terminal of stdin and stderr; `undefined` when the user would rather not say. */
  ask(question: Question): Promise<string | undefined>;
  /** Sends signal 0: does the process exist? True also when it belongs to somebody else (EPERM). */
  exists(pid: number): boolean;
  /** Runs a program to its end; never through a shell. */
  run(argv: readonly string[], options: CommandOptions): CommandResult;
  /** Does all of the work though Ctrl-C or SIGTERM come meanwhile; these are then forgotten. */
  unbroken<Value>(work: () => Value): Value;
  /**
   * This process as the parent of a tool.
   * @param pidFile path of the file for the tool's pid
   */
  toolHost(pidFile: string): Promise<Host>;
  /** Starts a program that goes on without us and our terminal, in the home folder; none of its output is seen. */
  detach(argv: readonly string[], env: Env): void;
  /** GET on a loopback or configured address; `undefined` when nothing answered within `timeoutMs`. */
  get(url: string, timeoutMs: number): Promise<HttpAnswer | undefined>;
  readonly files: Files;
}

/** The file operations the program needs; each throws Node's own `ErrnoException`. */
export interface Files {
  read(path: string): string;
  readBytes(path: string): Buffer;
  list(folder: string): string[];
  /**
   * Reads a file of at most `maxBytes` (65,536 or fewer) through a buffer that every call uses again. Neither follows
   * a link (throws `ELOOP`) nor waits for the other end of a pipe; a larger file throws `EFBIG`.
   */
  readSmall(path: string, maxBytes: number): string;
  stat(path: string): Stats;
  lstat(path: string): Stats;
  realpath(path: string): string;
  /** Makes the folder and its parents with mode 0700. */
  makeFolder(path: string): void;
  remove(path: string): void;
  /** Writes a temporary file beside `path`, syncs it, gives it the mode (0600 where none is named) and renames it. */
  replace(path: string, text: string, mode?: number): void;
  /** The same (0600) for what may be lost: it is not synced, and the temporary file goes with the code cache when it is left. */
  keep(path: string, text: string): void;
  /** Makes a new 0600 file with a random name in `folder` and returns its path. */
  temporary(folder: string, prefix: string, data: string | Uint8Array): Promise<string>;
  writable(path: string): boolean;
}
