// A terminal's screen as a picture: text in a window frame, for light and dark pages.

import { rowsOf } from './cells.mjs';
import { DARK, LIGHT, paletteRules } from './colors.mjs';

const CELL = { width: 8.4, height: 19 };
const FONT =
  "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace";
const MARGIN = 16;
const BAR = 34;

const escaped = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.codePointAt(0)};`);
const number = (value) => String(Math.round(value * 10) / 10);

const runAt = (run, top) => {
  const x = number(MARGIN + run.column * CELL.width);
  const width = number(run.width * CELL.width);
  const box = run.background
    ? `<rect x="${x}" y="${number(top)}" width="${width}" height="${CELL.height}" class="${run.background.replace('f', 'b')}"/>`
    : '';
  if (run.text.trim() === '') return box;
  const classes = [run.foreground, run.bold && 'bold', run.dim && 'dim', run.underline && 'line'].filter(
    Boolean,
  );
  const style = classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
  const baseline = number(top + CELL.height - 5);
  return `${box}<text x="${x}" y="${baseline}" textLength="${width}"${style}>${escaped(run.text)}</text>`;
};

const rules = (palette) =>
  [
    `.window{fill:${palette.background};stroke:${palette.edge}}`,
    `text{fill:${palette.foreground}}`,
    `.title{fill:${palette.faint}}`,
    ...paletteRules(palette),
  ].join('');

const STYLE = [
  `text{font:14px ${FONT};white-space:pre}`,
  '.bold{font-weight:700}.dim{opacity:.6}.line{text-decoration:underline}',
  '.title{font-size:12px;text-anchor:middle}',
  rules(LIGHT),
  `@media (prefers-color-scheme:dark){${rules(DARK)}}`,
].join('\n');

const lights = ['#ff5f57', '#febc2e', '#28c840']
  .map((color, index) => `<circle cx="${20 + index * 20}" cy="17" r="6" fill="${color}"/>`)
  .join('');

/** An SVG of the screen, down to its last line with something on it. */
export const toSvg = (screen, title) => {
  const rows = rowsOf(screen);
  const width = number(MARGIN * 2 + screen.cols * CELL.width);
  const height = number(BAR + rows.length * CELL.height + MARGIN);
  const lines = rows.flatMap((runs, row) =>
    runs.map((run) => runAt(run, BAR + row * CELL.height)).filter(Boolean),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>\n${STYLE}\n</style>`,
    `<rect class="window" x=".5" y=".5" width="${number(width - 1)}" height="${number(height - 1)}" rx="8"/>`,
    lights,
    `<text class="title" x="${number(width / 2)}" y="21">${escaped(title)}</text>`,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
};
