/**
 * A terminal that knows what a status line may use: text, `\r`, `\n` and ECMA-48 EL. Anything else throws. A line that is
 * longer than the terminal is wide goes on in the next row, as on a real one.
 */
export interface Emulator {
  write(text: string): void;
  /** What can be seen, blanks at the end of rows left out. */
  readonly rows: readonly string[];
}

export const emulator = (columns = 80): Emulator => {
  let rows: string[] = [''];
  let column = 0;
  const put = (char: string): void => {
    if (column === columns) newline();
    const row = (rows.at(-1) ?? '').padEnd(column);
    rows = [...rows.slice(0, -1), row.slice(0, column) + char + row.slice(column + 1)];
    column += 1;
  };
  const newline = (): void => {
    rows = [...rows, ''];
    column = 0;
  };
  const act = (token: string): void => {
    if (token === '\n') newline();
    else if (token === '\r') column = 0;
    else if (token === '\x1b[K') rows = [...rows.slice(0, -1), (rows.at(-1) ?? '').slice(0, column)];
    else if (/^[^\x00-\x1f\x7f]$/u.test(token)) put(token);
    else throw new Error(`the terminal got ${JSON.stringify(token)}`);
  };
  return {
    write: (text) => {
      for (const token of text.match(/\x1b\[K|[\s\S]/gu) ?? []) act(token);
    },
    get rows() {
      return rows.map((row) => row.trimEnd());
    },
  };
};
