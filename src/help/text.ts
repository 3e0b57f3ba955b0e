import { markFor } from '../text/style.ts';
import { wrapText } from '../text/wrap.ts';
import type { World } from '../world.ts';

/** Columns of the help; a narrower terminal has fewer. */
const WIDTH = 80;
const NARROWEST = 40;

/** Columns that the help may take on this terminal. */
export const widthFor = (world: World): number => Math.max(NARROWEST, Math.min(WIDTH, world.stdout.columns));

/** A word or command line, and what it means. */
export type Row = readonly [left: string, right: string];

const INDENT = '  ';
const HANGING = ' '.repeat(6);
const WIDEST_LEFT = 26;

/**
 * Lays rows out in two columns; a left part that is too wide gets a line of its own.
 * @param least the width of the left column where others are wider, so that sections stand in line
 */
export const rows = (all: readonly Row[], width: number, least = 0): string => {
  const lefts = all.map(([left]) => left.length).filter((length) => length <= WIDEST_LEFT);
  const column = INDENT.length + Math.max(...lefts, least) + 2;
  const words = all.flatMap(([, right]) => right.split(' ')).map((word) => word.length);
  const margin = width - column >= Math.max(WIDEST_LEFT, ...words) ? ' '.repeat(column) : HANGING;
  return all
    .map(([left, right]) => {
      const [first = '', ...others] = wrapText(right, width - margin.length);
      const fits = INDENT.length + left.length + 2 <= margin.length;
      const head = fits
        ? `${INDENT}${left}`.padEnd(margin.length) + first
        : `${INDENT}${left}\n${margin}${first}`;
      return [head, ...others.map((line) => margin + line)].join('\n').trimEnd();
    })
    .join('\n');
};

/** Command lines are never broken, so that they can be copied: beside what they do where all fit, else above it. */
export const examples = (all: readonly Row[], width: number): string => {
  const left = Math.max(...all.map(([line]) => line.length));
  const isWide = all.every(([, does]) => INDENT.length + left + 2 + does.length <= width);
  if (isWide) return all.map(([line, does]) => `${INDENT}${line.padEnd(left)}  ${does}`).join('\n');
  return all
    .map(([line, does]) =>
      [INDENT + line, ...wrapText(does, width - HANGING.length).map((each) => HANGING + each)].join('\n'),
    )
    .join('\n');
};

/** Headlines in bold, where colour is wanted. */
export const withHeadlines = (text: string, world: World): string => {
  const mark = markFor(world);
  return text.replace(/^(?:Usage:|\S.*:$)/gm, (line) => mark('bold', line));
};
