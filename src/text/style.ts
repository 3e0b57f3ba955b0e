import { styleText } from 'node:util';
import type { World } from '../world.ts';

/** What a text is, in terms of how a terminal shows it. */
export type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red';

/** Marks a text; leaves it as it is where stdout is no terminal or colour is unwanted. */
export type Mark = (style: Style | undefined, text: string) => string;

/** Colour only where somebody sees it and has not asked for none (no-color.org; a dumb terminal knows none). */
export const wantsColor = ({ stdout, env }: World): boolean =>
  stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb';

/** The marks of this process' stdout. */
export const markFor = (world: World): Mark => {
  const colored = wantsColor(world);
  return (style, text) =>
    colored && style !== undefined ? styleText(style, text, { validateStream: false }) : text;
};

/** Columns that a line may take: those of the terminal; a pipe takes all. */
export const columnsOf = (world: World): number =>
  world.stdout.isTTY ? Math.max(world.stdout.columns, 20) : Number.POSITIVE_INFINITY;
