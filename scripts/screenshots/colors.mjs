// The 16 named colours of a terminal on light and on dark paper, each readable on it.

/** Text, paper, window edge, the title, and the colours 0–15. */
export const LIGHT = {
  foreground: '#24292f',
  background: '#ffffff',
  edge: '#d0d7de',
  faint: '#57606a',
  colors: [
    '#24292f',
    '#b3261e',
    '#1a7f37',
    '#8a6100',
    '#0550ae',
    '#8250df',
    '#0e7490',
    '#6e7781',
    '#57606a',
    '#cf222e',
    '#2da44e',
    '#9a6700',
    '#218bff',
    '#a475f9',
    '#1b7c83',
    '#8c959f',
  ],
};

export const DARK = {
  foreground: '#e6edf3',
  background: '#0d1117',
  edge: '#30363d',
  faint: '#8b949e',
  colors: [
    '#6e7681',
    '#ff7b72',
    '#3fb950',
    '#d29922',
    '#58a6ff',
    '#bc8cff',
    '#39c5cf',
    '#b1bac4',
    '#8b949e',
    '#ffa198',
    '#56d364',
    '#e3b341',
    '#79c0ff',
    '#d2a8ff',
    '#56d4dd',
    '#f0f6fc',
  ],
};

/** Classes f0–f15 for text, b0–b15 for what is behind it; `paper` and `bink` are the two turned round. */
export const paletteRules = ({ colors, foreground, background }) => [
  ...colors.flatMap((color, index) => [`.f${index}{fill:${color}}`, `.b${index}{fill:${color}}`]),
  `.paper{fill:${background}}`,
  `.bink{fill:${foreground}}`,
];
