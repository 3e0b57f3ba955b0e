const ELLIPSIS = '...';

/** The first code point that may take two cells (Hangul Jamo); counting too many only cuts a little early. */
const FIRST_WIDE = 0x1100;

const cells = (char: string): number => ((char.codePointAt(0) ?? 0) < FIRST_WIDE ? 1 : 2);

/** Cells of a terminal that a text takes. */
export const width = (text: string): number => [...text].reduce((total, char) => total + cells(char), 0);

/** Cuts a text that needs more than so many cells of a terminal, and says so with three dots. */
export const clip = (text: string, limit: number): string => {
  if (width(text) <= limit) return text;
  let rest = limit - ELLIPSIS.length;
  let kept = '';
  for (const char of text) {
    rest -= cells(char);
    if (rest < 0) break;
    kept += char;
  }
  return `${kept}${ELLIPSIS}`.slice(0, Math.max(0, limit));
};
