import { skipExpansion, skipPiece } from './skip.ts';

/** A value as a shell would read it, or why only a shell could. */
export interface Word {
  readonly value: string;
  readonly reason: string | undefined;
  /** Offset behind it. */
  readonly end: number;
}

const RUNS = 'only a shell could tell its value: it runs a command';
const LOOKS_UP = 'only a shell could tell its value: it takes that of another variable';
const OPEN = 'its quotes are not closed';

const unread = (reason: string, end: number): Word => ({ value: '', reason, end });

/** `$HOME` is known; a `$` before nothing that has a name means itself. */
const expansion = (text: string, at: number, home: string | undefined): Word => {
  const end = skipExpansion(text, at);
  const written = text.slice(at, end);
  if (written === '$') return { value: '$', reason: undefined, end };
  if (home !== undefined && /^\$(?:HOME|\{HOME\})$/.test(written)) {
    return { value: home, reason: undefined, end };
  }
  return unread(written.startsWith('$(') ? RUNS : LOOKS_UP, end);
};

/** The part of a value that begins here. */
const piece = (text: string, at: number, home: string | undefined): Word => {
  const end = skipPiece(text, at);
  const written = text.slice(at, end);
  switch (written[0]) {
    case '\\':
      return { value: written === '\\\n' ? '' : written.slice(1), reason: undefined, end };
    case "'":
      return /^'[^']*'$/.test(written)
        ? { value: written.slice(1, -1), reason: undefined, end }
        : unread(OPEN, end);
    case '"':
      return quoted(text, at + 1, home);
    case '`':
      return unread(RUNS, end);
    case '{':
      return unread('it has braces without quotes', end);
    case '$':
      return expansion(text, at, home);
    default:
      return { value: written, reason: undefined, end };
  }
};

const escaped = (text: string, at: number): Word => {
  const next = text[at + 1] ?? '';
  const value = /[$`"\\]/.test(next) ? next : `\\${next}`;
  return { value: next === '\n' ? '' : value, reason: undefined, end: at + 2 };
};

/** What stands in double quotes, from behind the first one. */
const quoted = (text: string, start: number, home: string | undefined): Word => {
  let [value, at, reason]: [string, number, string | undefined] = ['', start, undefined];
  while (at < text.length) {
    const char = text[at] ?? '';
    if (char === '"') return { value, reason, end: at + 1 };
    const isPlain = !/[\\$`]/.test(char);
    const part = isPlain
      ? { value: char, reason: undefined, end: at + 1 }
      : char === '\\'
        ? escaped(text, at)
        : piece(text, at, home);
    value += part.value;
    reason ??= part.reason;
    at = part.end;
  }
  return unread(OPEN, text.length);
};

/** Reads the value of an assignment as a POSIX shell does (POSIX.1-2024, 2.2 Quoting), without expanding anything but `$HOME`. */
export const readWord = (text: string, start: number, home: string | undefined): Word => {
  let [value, at, reason]: [string, number, string | undefined] = ['', start, undefined];
  if (home !== undefined && /^~(?:[/\s]|$)/.test(text.slice(at, at + 2))) {
    value = home;
    at += 1;
  }
  while (at < text.length && !/[\s;|&<>()]/.test(text[at] ?? '')) {
    const part = piece(text, at, home);
    value += part.value;
    reason ??= part.reason;
    at = part.end;
  }
  return { value, reason, end: at };
};
