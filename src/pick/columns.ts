const ELLIPSIS = '…';

/** Cuts a text that is too long for its place. */
const cut = (text: string, columns: number): string => {
  const characters = [...text];
  return characters.length <= columns
    ? text
    : characters.slice(0, Math.max(0, columns - 1)).join('') + ELLIPSIS;
};

const pad = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - [...text].length));

/** Rows of cells as lines with aligned columns, two blanks between them, no line wider than the place. */
export const alignedLines = (rows: readonly (readonly string[])[], columns: number): string[] => {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => [...(row[at] ?? '')].length)));
  return rows.map((row) => {
    const line = row
      .map((cell, at) => (at === row.length - 1 ? cell : pad(cell, widths[at] ?? 0)))
      .join('  ');
    return cut(line, columns).trimEnd();
  });
};
