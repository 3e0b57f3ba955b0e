import { stripVTControlCharacters } from 'node:util';
import { type IPty, spawn } from '@lydell/node-pty';
import { LIMIT_MS } from './limit.ts';
import type { Sandbox } from './sandbox.ts';
import type { Shell } from './shells.ts';

/** How an interactive shell ended; `signal` is the number, 0 for none. */
export interface Ended {
  readonly status: number;
  readonly signal: number;
}

export interface Answer {
  /** What the terminal showed between the command and the next prompt, escape sequences removed. */
  readonly text: string;
  /** `$?` as the prompt shows it. */
  readonly status: number;
}

/** An interactive shell in a pseudo terminal. */
export interface Terminal {
  readonly pid: number;
  /** Everything shown so far, escape sequences removed. */
  readonly shown: () => string;
  /** The same with its escape sequences. */
  readonly raw: () => string;
  readonly send: (text: string) => void;
  /** Waits until what was shown since the last wait matches; throws with the text after `ms`. */
  readonly waitFor: (pattern: RegExp, ms?: number) => Promise<RegExpExecArray>;
  /** Waits for the next prompt. */
  readonly ready: () => Promise<Answer>;
  /** Types a command and waits for its echo (a numbered comment tells it from a prompt drawn twice) and the next prompt. */
  readonly enter: (command: string) => Promise<Answer>;
  readonly resize: (columns: number, rows: number) => void;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Takes the terminal away: the kernel sends SIGHUP to its session. */
  readonly hangUp: () => void;
  /** The same as terminal emulators do it, with a SIGHUP of their own right after the kernel's. */
  readonly close: () => void;
  readonly ended: Promise<Ended>;
}

const TICK = 5;

/** What node-pty has besides its declared interface. */
type Pty = IPty & { destroy(): void; readonly _socket: { destroy(): void } };

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** OSC sequences (window titles) are not all known to `stripVTControlCharacters`. */
const plain = (raw: string): string =>
  stripVTControlCharacters(raw.replace(/\x1b\][^\x07\x1b]*(\x07|\x1b\\)/g, '')).replaceAll('\r', '');

const watch = (pty: IPty) => {
  let raw = '';
  let seen = 0;
  pty.onData((data) => {
    raw += data;
  });
  const shown = (): string => plain(raw);
  const waitFor = async (pattern: RegExp, ms = LIMIT_MS): Promise<RegExpExecArray> => {
    for (const end = Date.now() + ms; Date.now() < end; await pause(TICK)) {
      const text = shown();
      const match = pattern.exec(text.slice(seen));
      if (!match) continue;
      seen += match.index + match[0].length;
      return match;
    }
    throw new Error(`${pattern} did not appear; the terminal shows:\n${shown()}`);
  };
  return { shown, raw: () => raw, waitFor };
};

/** An empty folder keeps fish from reading all manual pages in the background at its first start. */
const COMPLETIONS = '.local/share/fish/generated_completions/none.fish';

/** Opens a terminal with an interactive shell that reads `startup` (after a prompt with the status was set). */
export const terminal = (shell: Shell, box: Sandbox, startup: readonly string[] = []): Terminal => {
  box.plant(shell.startup, `${[shell.prompt, ...startup].join('\n')}\n`);
  box.plant(COMPLETIONS, '');
  const pty = spawn(shell.path, [...shell.interactive], {
    cwd: box.work,
    env: { ...box.env, XDG_RUNTIME_DIR: box.root },
    cols: 200,
    rows: 50,
  }) as Pty;
  const { shown, raw, waitFor } = watch(pty);
  const ended = new Promise<Ended>((resolve) => {
    pty.onExit(({ exitCode, signal }) => resolve({ status: exitCode, signal: signal ?? 0 }));
  });
  let entered = 0;
  const ready = async (): Promise<Answer> => {
    const match = await waitFor(/@(\d+)> /);
    return { text: match.input.slice(0, match.index), status: Number(match[1]) };
  };
  const send = (text: string): void => pty.write(text);
  return {
    pid: pty.pid,
    shown,
    raw,
    send,
    waitFor,
    ready,
    enter: async (command) => {
      entered += 1;
      send(`${command} #=${entered}=\r`);
      await waitFor(new RegExp(`#=${entered}=[^\n]*\n`));
      return ready();
    },
    resize: (columns, rows) => pty.resize(columns, rows),
    kill: (signal) => void process.kill(pty.pid, signal),
    hangUp: () => pty._socket.destroy(),
    close: () => pty.destroy(),
    ended,
  };
};
