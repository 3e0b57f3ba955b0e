/** A generator of whole numbers in `[0, below)` that gives the same row for the same seed (mulberry32). */
export const random = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

/** What some shell or other gives a meaning to. */
const SPECIAL = [
  ...'\'"`$\\!~*?[]{}()<>|&;#%=^@:,./+- \t\n\r\x1b\x01\x7f',
  '$(',
  '$' + '{',
  "$'",
  "\\'",
  '\\\\',
  '~/',
  '--',
  ';;',
  '!!',
  '\xff',
  '\xc3',
];

/** One random text: every character one byte (1 to 255), special characters more often than others. */
export const randomBytes = (next: (below: number) => number, longest = 24): string =>
  Array.from({ length: next(longest + 1) }, () =>
    next(2) === 0 ? (SPECIAL[next(SPECIAL.length)] ?? '') : String.fromCharCode(1 + next(255)),
  ).join('');

const LETTERS = [
  ...SPECIAL.filter((word) => !/[\x80-\xff]/.test(word)),
  'a',
  'B',
  '0',
  'ü',
  'ß',
  '–',
  '家',
  '🏠',
  '\u00a0',
  '\u200b',
  '\u2028',
];

/** One random text of valid Unicode. */
export const randomText = (next: (below: number) => number, longest = 24): string =>
  Array.from({ length: next(longest + 1) }, () => LETTERS[next(LETTERS.length)] ?? '').join('');
