// The cells of a terminal's screen as runs of one style.

const color = (isDefault, isRgb, value) => {
  if (isDefault) return undefined;
  if (isRgb || value > 15) throw new Error(`colour ${value}: the pictures know the 16 named ones`);
  return `f${value}`;
};

const styleOf = (cell) => {
  const foreground = color(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor());
  const background = color(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor());
  const isInverse = cell.isInverse() !== 0;
  return {
    foreground: isInverse ? (background ?? 'paper') : foreground,
    background: isInverse ? (foreground ?? 'fink') : background,
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    underline: cell.isUnderline() !== 0,
  };
};

const alike = (one, other) => Object.keys(other).every((key) => one[key] === other[key]);
const isBlank = ({ text, background, underline }) => text.trim() === '' && !background && !underline;

const runsOf = (line, columns) => {
  const runs = [];
  for (let column = 0; column < columns; column += 1) {
    const cell = line.getCell(column);
    if (cell.getWidth() === 0) continue;
    const text = cell.getChars() || ' ';
    const style = styleOf(cell);
    const last = runs.at(-1);
    if (last && alike(last, style))
      Object.assign(last, { text: last.text + text, width: last.width + cell.getWidth() });
    else runs.push({ column, text, width: cell.getWidth(), ...style });
  }
  return runs.flatMap(words).filter((run) => !isBlank(run));
};

/** Blanks say nothing where nothing is drawn behind them, and fonts disagree about their width: words in runs of two and more stand alone. */
const words = (run) => {
  if (run.background || run.underline) return [run];
  const isWide = run.width !== run.text.length;
  return [...run.text.matchAll(isWide ? /\S.*\S|\S/g : /\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({
    ...run,
    text,
    column: run.column + index,
    width: run.width - (run.text.length - text.length),
  }));
};

/** Runs of each row, down to the last one with something on it. */
export const rowsOf = (screen) => {
  const { active } = screen.buffer;
  const rows = Array.from({ length: screen.rows }, (_, row) =>
    runsOf(active.getLine(active.viewportY + row), screen.cols),
  );
  return rows.slice(0, rows.findLastIndex((runs) => runs.length > 0) + 1);
};
