/** A text that is no JSON or YAML: why, and where if the parser said so (line and column count from 1). */
export interface SyntaxFault {
  readonly reason: string;
  readonly line?: number;
  readonly column?: number;
}

/** The data of a text, or why it has none. */
export type Parsed = { readonly data: unknown } | { readonly fault: SyntaxFault };

/** In a JSON text: every string, with the colon behind it when it is a key, and every bracket. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"\s*(:?)|[{}[\]]/g;

/** As js-yaml has it; every parser that is asked about the text later on calls itself once a level. */
const MAX_DEPTH = 100;

interface Scan {
  readonly keys: number;
  /** Offset of the bracket that opens a level too many. */
  readonly tooDeep?: number;
}

const scan = (text: string): Scan => {
  let [keys, depth] = [0, 0];
  for (const { 0: token, 1: colon, index } of text.matchAll(TOKEN)) {
    if (colon === ':') keys++;
    if (token === '}' || token === ']') depth--;
    if ((token === '{' || token === '[') && ++depth > MAX_DEPTH) return { keys, tooDeep: index };
  }
  return { keys };
};

/** V8's words for a text that is right as far as it goes. */
const couldContinue = (error: unknown, length: number): boolean => {
  const { message } = error as Error;
  const position = /at position (\d+)/.exec(message)?.[1];
  return /end of JSON|Unterminated/.test(message) || Number(position) >= length;
};

const isViable = (prefix: string): boolean => {
  try {
    JSON.parse(prefix);
    return true;
  } catch (error) {
    return couldContinue(error, prefix.length);
  }
};

/**
 * Offset of the first character that no JSON text could have there. V8 tells the position for some errors
 * only, so the longest prefix that could still become JSON is searched for.
 */
export const faultOffset = (text: string): number => {
  let [good, bad] = [0, text.length + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isViable(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
};

const faultAt = (text: string, offset: number, reason: string): Parsed => {
  const before = text.slice(0, offset).split('\n');
  return { fault: { reason, line: before.length, column: (before.at(-1) ?? '').length + 1 } };
};

// Only the one character is shown: what surrounds it may be a secret.
const unexpected = (text: string, offset: number): string =>
  `unexpected ${offset < text.length ? JSON.stringify(text[offset]) : 'end of file'}`;

/** Parses JSON (RFC 8259) and refuses a key that stands twice in an object, which `JSON.parse` lets pass. */
export const parseJson = (text: string): Parsed => {
  const { keys, tooDeep } = scan(text);
  if (tooDeep !== undefined) return faultAt(text, tooDeep, 'nested too deeply');
  // The reviver also sees the whole value, under the key "".
  let keysKept = -1;
  const count = function (this: unknown, _key: string, value: unknown): unknown {
    if (!Array.isArray(this)) keysKept++;
    return value;
  };
  try {
    const data: unknown = JSON.parse(text, count);
    return keysKept === keys ? { data } : { fault: { reason: 'a key stands twice in one section' } };
  } catch {
    const offset = faultOffset(text);
    return faultAt(text, offset, unexpected(text, offset));
  }
};
