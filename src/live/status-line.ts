import { formatDuration } from '../sessions/duration.ts';
import { clip } from '../text/clip.ts';
import { escapeText } from '../text/escape.ts';
import type { World } from '../world.ts';

const TICK_MS = 1000;
const USUAL_COLUMNS = 80;

/** ECMA-48 EL: erase to the end of the line. The only control sequence: nothing has to be put back after a kill. */
const ERASE = '\x1b[K';

/** A line on the terminal that says what is going on and for how long; drawn once a second. */
export interface StatusLine {
  /** False: nothing is ever drawn, and who cares has to be told in another way. */
  readonly active: boolean;
  /** What is going on now. */
  label(text: string): void;
  /** Erases the line; to be called before anything else is written to the terminal. */
  clear(): void;
  /** Something else was written. Only at the start of a line is there room for ours. */
  written(atLineStart: boolean): void;
  /** Erases the line for good. */
  stop(): void;
}

const INACTIVE: StatusLine = {
  active: false,
  label: () => undefined,
  clear: () => undefined,
  written: () => undefined,
  stop: () => undefined,
};

/** The part of the world that a status line needs. */
export type StatusWorld = Pick<World, 'env' | 'err' | 'now' | 'stderr'>;

const oneLine = (text: string): string => escapeText(text.replace(/\s+/g, ' ').trim());

/**
 * Starts the line where stderr is a terminal that can erase one; elsewhere it does nothing. The first look of it comes
 * after a second, and after other output it stays away for a second: whoever reads our output through a pipe has to get
 * it to the screen first.
 */
export const startStatusLine = (world: StatusWorld, wanted: boolean): StatusLine => {
  if (!wanted || !world.stderr.isTTY || world.env.TERM === 'dumb') return INACTIVE;
  const begun = world.now();
  let label = '';
  let drawn = false;
  let free = true;
  let quietUntil = begun + TICK_MS;

  const draw = (): void => {
    if (!free || world.now() < quietUntil) return;
    const text = `${label} (${formatDuration((world.now() - begun) / TICK_MS)})`;
    // The last cell stays empty: text in it makes some terminals go to the next line.
    const room = (world.stderr.columns > 1 ? world.stderr.columns : USUAL_COLUMNS) - 1;
    world.err(`\r${clip(text, room)}${ERASE}`);
    drawn = true;
  };
  const clear = (): void => {
    if (drawn) world.err(`\r${ERASE}`);
    drawn = false;
  };
  const timer = setInterval(draw, TICK_MS);
  timer.unref();
  return {
    active: true,
    label(text) {
      const next = oneLine(text);
      if (next === label) return;
      label = next;
      if (drawn) draw();
    },
    clear,
    written(atLineStart) {
      free = atLineStart;
      quietUntil = world.now() + TICK_MS;
    },
    stop() {
      clearInterval(timer);
      clear();
    },
  };
};
