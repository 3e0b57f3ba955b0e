import { UsageError } from '../errors.ts';
import { escapeText } from '../text/escape.ts';
import type { World } from '../world.ts';

/** Seconds between two looks when none are given. */
const DEFAULT_INTERVAL = 2;

/** ECMA-48: cursor to the top left corner, then erase to the end of the screen. */
const CLEAR = '\x1b[H\x1b[J';

const pause = (seconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
  });

/**
 * Seconds between two looks, from the value of `--watch`.
 *
 * @param value - empty when the flag stood alone
 * @throws UsageError when it is not a number from 0.1 to 3600
 */
export const interval = (value: string): number => {
  const seconds = value === '' ? DEFAULT_INTERVAL : Number(value);
  if (seconds >= 0.1 && seconds <= 3600) return seconds;
  throw new UsageError(
    `--watch cannot be "${escapeText(value)}"`,
    'Give the seconds between two looks, 0.1 to 3600.',
  );
};

/**
 * Draws on a cleared terminal again and again. Ctrl-C ends the program as it ends any other: there is nothing to undo.
 *
 * @throws UsageError when stdout is no terminal; whatever `draw` throws
 */
export const watch = async (world: World, seconds: number, draw: () => Promise<unknown>): Promise<never> => {
  if (!world.stdout.isTTY) {
    throw new UsageError('--watch draws on a terminal, and stdout is none', 'Leave --watch out.');
  }
  for (;;) {
    world.out(CLEAR);
    await draw();
    await pause(seconds);
  }
};
