/**
 * Characters that a terminal acts on instead of showing: C0, DEL and C1 controls, the Unicode line separators,
 * and the marks, embeddings, overrides and isolates that reorder text (UAX #9).
 */
const ACTIVE = /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const EVERY_ACTIVE = new RegExp(ACTIVE, 'g');

const code = (char: string, digits: number): string => char.charCodeAt(0).toString(16).padStart(digits, '0');

/** Whether a text can be shown as it is. */
export const isSafe = (text: string): boolean => !ACTIVE.test(text);

/** Makes any text safe to show, on one line: active characters become `\xNN` or, beyond one byte, `\uNNNN`. */
export const escapeText = (text: string): string =>
  isSafe(text)
    ? text
    : text.replace(EVERY_ACTIVE, (char) => (char > '\xff' ? `\\u${code(char, 4)}` : `\\x${code(char, 2)}`));

/** The same for text that is JSON already, where `\uNNNN` in a string stands for the very same character. */
export const escapeJson = (json: string): string =>
  isSafe(json) ? json : json.replace(EVERY_ACTIVE, (char) => `\\u${code(char, 4)}`);
