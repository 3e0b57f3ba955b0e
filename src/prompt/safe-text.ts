const ASCII = /^[ -~]*$/;

/** Nothing that {@link dataText} replaces. */
const PLAIN = /^[A-Za-z0-9 ._:@+/()-]*$/;

// The expressions with properties of Unicode stand where they are used: V8 reads its tables for each one that it comes to.

/**
 * Whether every character has a place of its own on the line. Others are not shown at all, or with a width that shells and
 * terminals disagree about.
 */
export const isVisible = (text: string): boolean =>
  ASCII.test(text) || !/[\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Zl}\p{Zp}]/u.test(text);

/**
 * The value of a placeholder, which may come from anywhere: letters, digits and the marks of names stay, whatever a
 * shell could expand or a terminal obey becomes `_`.
 */
export const dataText = (text: string): string => {
  if (PLAIN.test(text)) return text;
  return ASCII.test(text)
    ? text.replace(/[^A-Za-z0-9 ._:@+/()-]/g, '_')
    : text.replace(/[^\p{L}\p{N} ._:@+/()-]/gu, '_');
};

/**
 * The whole segment once more, for prompts that expand a text twice: no backquote, no backslash, and no `$` in front of
 * what would make it an expansion.
 */
export const inert = (text: string): string =>
  ['$', '`', '\\'].some((char) => text.includes(char))
    ? text.replace(/[`\\]/g, '_').replace(/\$(?=[\w({[])/g, '$$ ')
    : text;

/** The nearest text in ASCII: accents go, other letters become `?`, ornaments vanish. */
export const toAscii = (text: string): string => {
  if (ASCII.test(text)) return text;
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '');
  return bare.replace(/[^ -~]/gu, (char) => (/[\p{L}\p{N}]/u.test(char) ? '?' : '')).trim();
};
