import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { ClientEnv } from './clients.ts';
import { findProgram } from './find-program.ts';
import { LIMIT_MS } from './limit.ts';
import { until } from './run-sandbox.ts';
import type { Sandbox } from './sandbox.ts';

/** One window of a terminal multiplexer of its own: a screen on which programs can draw. */
export interface Screen {
  /** What stands on it now, without blanks at the ends of its lines. */
  readonly shown: () => string;
  /** Types text as it is. */
  readonly type: (text: string) => void;
  /** Presses keys by tmux's names, e.g. `Enter`, `C-c`. */
  readonly press: (...keys: readonly string[]) => void;
  /** Waits until the screen matches. @throws Error with the screen after {@link LIMIT_MS} */
  readonly waitFor: (pattern: RegExp) => Promise<string>;
  readonly resize: (columns: number, rows: number) => void;
  /** Ends the server and all in it. */
  readonly close: () => void;
}

/** Opens a window of 100 × 30 with a program in it, whose environment is exactly `env`. */
export const openScreen = (box: Sandbox, argv: readonly string[], env: ClientEnv): Screen => {
  const socket = join(box.root, 'tmux');
  const tmux = (...words: readonly string[]): string =>
    execFileSync(findProgram('tmux'), ['-S', socket, '-f', '/dev/null', ...words], {
      env: { ...env },
      encoding: 'utf8',
    });
  // The environment of a new server is that of whoever starts it.
  tmux('new-session', '-d', '-x', '100', '-y', '30', '-c', box.work, ...argv);
  const shown = (): string => tmux('capture-pane', '-p').trimEnd();
  return {
    shown,
    type: (text) => void tmux('send-keys', '-l', '--', text),
    press: (...keys) => void tmux('send-keys', ...keys),
    waitFor: async (pattern) => {
      const match = (): string | undefined => {
        const text = shown();
        return pattern.test(text) ? text : undefined;
      };
      return until(`${pattern} on the screen`, match, LIMIT_MS).catch((cause: Error) => {
        throw new Error(`${cause.message}, which shows:\n${shown()}`, { cause });
      });
    },
    resize: (columns, rows) => void tmux('resize-window', '-x', `${columns}`, '-y', `${rows}`),
    close: () => void tmux('kill-server'),
  };
};
