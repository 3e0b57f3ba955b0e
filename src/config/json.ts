/** A text that is no JSON or YAML: why, and where if the parser said so (line and column count from 1). */
export interface SyntaxFault {
  readonly reason: string;
  readonly line?: number;
  readonly column?: number;
}

export type Parsed = { readonly data: unknown } | { readonly fault: SyntaxFault };

/** In a valid JSON text: every string, and the colon behind it when it is a key. */
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"\s*(:?)/g;

const keysWritten = (text: string): number => {
  let count = 0;
  for (const match of text.matchAll(STRING)) if (match[1] === ':') count++;
  return count;
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

const faultIn = (text: string): SyntaxFault => {
  const offset = faultOffset(text);
  const before = text.slice(0, offset).split('\n');
  // Only the one character is shown: what surrounds it may be a secret.
  const reason =
    offset < text.length ? `unexpected ${JSON.stringify(text[offset])}` : 'unexpected end of file';
  return { reason, line: before.length, column: (before.at(-1) ?? '').length + 1 };
};

/** Parses JSON (RFC 8259) and refuses a key that stands twice in an object, which `JSON.parse` lets pass. */
export const parseJson = (text: string): Parsed => {
  // The reviver also sees the whole value, under the key "".
  let keysKept = -1;
  const count = function (this: unknown, _key: string, value: unknown): unknown {
    if (!Array.isArray(this)) keysKept++;
    return value;
  };
  try {
    const data: unknown = JSON.parse(text, count);
    return keysKept === keysWritten(text)
      ? { data }
      : { fault: { reason: 'a key stands twice in one section' } };
  } catch (error) {
    if (error instanceof RangeError) return { fault: { reason: 'nested too deeply' } };
    return { fault: faultIn(text) };
  }
};
