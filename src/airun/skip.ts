/** Offset behind a closing character that no backslash stands before; the end of the text when there is none. */
const behind = (text: string, at: number, close: string, escapes: boolean): number => {
  for (let index = at; index < text.length; index += 1) {
    if (escapes && text[index] === '\\') index += 1;
    else if (text[index] === close) return index + 1;
  }
  return text.length;
};

/** Nobody nests deeper; what does is not told apart, and the rest of the text goes with it. */
const DEEPEST = 32;

/** Offset behind `$(…)`, `${…}` and what is in it; a shell would run or look up what stands there. */
const behindNested = (text: string, at: number, [open = '', close = '']: string, level: number): number => {
  if (level > DEEPEST) return text.length;
  let depth = 0;
  for (let index = at; index < text.length; ) {
    const char = text[index] ?? '';
    if (char === open) depth += 1;
    if (char === close) depth -= 1;
    index = char === open ? index + 1 : skipPiece(text, index, level + 1);
    if (depth === 0) return index;
  }
  return text.length;
};

/** Offset behind one quoted text, expansion, escape or plain character. */
export const skipPiece = (text: string, at: number, level = 0): number => {
  const char = text[at];
  if (char === '\\') return Math.min(at + 2, text.length);
  if (char === "'") return behind(text, at + 1, "'", false);
  if (char === '"') return skipDouble(text, at + 1, level);
  if (char === '`') return behind(text, at + 1, '`', true);
  return char === '$' ? skipExpansion(text, at, level) : at + 1;
};

const skipDouble = (text: string, start: number, level: number): number => {
  let at = start;
  while (at < text.length && text[at] !== '"') {
    at = text[at] === "'" ? at + 1 : skipPiece(text, at, level);
  }
  return Math.min(at + 1, text.length);
};

/** Offset behind `$NAME`, `${…}`, `$(…)`, `$'…'` or a `$` that means itself. */
export const skipExpansion = (text: string, at: number, level = 0): number => {
  const next = text[at + 1];
  if (next === '(') return behindNested(text, at + 1, '()', level);
  if (next === '{') return behindNested(text, at + 1, '{}', level);
  if (next === "'") return behind(text, at + 2, "'", true);
  return at + 1 + (/^(?:[A-Za-z_]\w*|[0-9@*#?$!-])/.exec(text.slice(at + 1, at + 257))?.[0].length ?? 0);
};

/** Offset of the line end that ends a command: not one within quotes. */
export const endOfCommand = (text: string, start: number): number => {
  let at = start;
  while (at < text.length && text[at] !== '\n') {
    const isComment = text[at] === '#' && /\s/.test(text[at - 1] ?? ' ');
    if (isComment) return lineEnd(text, at);
    at = skipPiece(text, at);
  }
  return at;
};

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};
