import { table } from '../text/table.ts';

/** Rows as aligned lines without styles: the list that shows them has its own. */
export const plainLines = (rows: readonly (readonly string[])[], columns: number): string[] =>
  table(rows, { mark: (_style, text) => text, columns });
