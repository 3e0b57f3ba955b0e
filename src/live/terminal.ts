import type { World } from '../world.ts';
import type { Answer } from './answer.ts';
import type { Host } from './host.ts';
import { type StatusLine, startStatusLine } from './status-line.ts';

/** stderr, shared by the status line, the tool and us, beside an answer that may go to the same terminal. */
export interface Terminal {
  readonly status: StatusLine;
  /** Writes to stderr, on a line apart from the status line and the answer. */
  remark(text: string): void;
  /** Runs what writes to the answer while the status line is out of its way. */
  around(change: () => Promise<void>): Promise<void>;
}

/** A terminal that is gone takes nothing more; that must not keep the tool from being looked after. */
const tolerantly = (err: World['err']) => (text: string) => {
  try {
    err(text);
  } catch {}
};

/** @param withStatus - whether a status line is wanted at all */
export const openTerminal = (world: World, host: Host, answer: Answer, withStatus: boolean): Terminal => {
  const { env, stderr } = world;
  const err = tolerantly(world.err);
  const status = startStatusLine({ env, stderr, err, now: () => world.now() }, withStatus);
  let atLineStart = true;

  const inAnswer = (): boolean => host.stdoutOnScreen && !answer.atLineStart;
  return {
    status,
    remark(text) {
      status.clear();
      err(stderr.isTTY && atLineStart && inAnswer() ? `\n${text}` : text);
      atLineStart = text.endsWith('\n');
      status.written(atLineStart && !inAnswer());
    },
    async around(change) {
      if (!host.stdoutOnScreen) return change();
      status.clear();
      await change();
      status.written(atLineStart && !inAnswer());
    },
  };
};
