import { clip, width } from './clip.ts';
import { escapeText } from './escape.ts';
import type { Mark, Style } from './style.ts';

/** A text, alone or with a style. */
export type Cell = string | { readonly text: string; readonly style?: Style | undefined };

const textOf = (cell: Cell): string => escapeText(typeof cell === 'string' ? cell : cell.text);
const styleOf = (cell: Cell): Style | undefined => (typeof cell === 'string' ? undefined : cell.style);

const widths = (rows: readonly (readonly Cell[])[]): number[] => {
  const most = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: most }, (_, column) =>
    // The last cell of a row is as long as it likes.
    Math.max(0, ...rows.map((row) => (column < row.length - 1 ? width(textOf(row[column] ?? '')) : 0))),
  );
};

const GAP = 2;

const lineOf = (row: readonly Cell[], sizes: readonly number[], columns: number, mark: Mark): string => {
  let used = 0;
  const cells = row.map((cell, column) => {
    const last = column === row.length - 1;
    const text = clip(textOf(cell), Math.max(0, columns - used));
    const gap = last ? 0 : Math.max(0, (sizes[column] ?? 0) - width(text)) + GAP;
    used += width(text) + gap;
    return `${text === '' ? '' : mark(styleOf(cell), text)}${' '.repeat(gap)}`;
  });
  return cells.join('').trimEnd();
};

/**
 * Lines of aligned cells, two blanks apart. What could act on a terminal is escaped.
 * @param columns where a line is cut, with three dots
 */
export const table = (
  rows: readonly (readonly Cell[])[],
  { mark, columns, indent = 0 }: { readonly mark: Mark; readonly columns: number; readonly indent?: number },
): string[] => {
  const sizes = widths(rows);
  return rows.map((row) => `${' '.repeat(indent)}${lineOf(row, sizes, columns - indent, mark)}`.trimEnd());
};
