/** The `key=value` lines of a text. */
export interface Lines {
  /** The last of several equal keys. */
  readonly values: ReadonlyMap<string, string>;
  /** Lines that end in a newline. */
  readonly complete: number;
  /** Complete lines that are neither empty nor `key=value`. */
  readonly bad: number;
}

const KEY = /^[A-Za-z_]\w*$/;

/** Puts the pair into `values`; false when the line is none. The value is everything after the first `=`. */
const take = (line: string, values: Map<string, string>): boolean => {
  const equals = line.indexOf('=');
  const key = line.slice(0, Math.max(equals, 0));
  if (!KEY.test(key)) return line.trim() === '';
  values.set(key, line.slice(equals + 1));
  return true;
};

/** Only what ends in a newline counts: the rest of a last line may still be on its way. */
export const readLines = (text: string): Lines => {
  const values = new Map<string, string>();
  let complete = 0;
  let bad = 0;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    const line = text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end);
    if (!take(line, values)) bad++;
    complete++;
    start = end + 1;
  }
  return { values, complete, bad };
};
