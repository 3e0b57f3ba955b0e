const ELLIPSIS = '...';

/** The first code point that may take two cells (Hangul Jamo); counting too many only cuts a little early. */
const FIRST_WIDE = 0x1100;

/** Dashes, quotation marks, dots and signs of currencies behind it take one all the same. */
const isPunctuation = (code: number): boolean => code >= 0x2010 && code <= 0x20cf;

const cells = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  return code < FIRST_WIDE || isPunctuation(code) ? 1 : 2;
};

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
