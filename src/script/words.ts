import { parse } from 'shell-quote';

/** A quoted or escaped piece, a character that a shell would give a meaning, or a quote that is left open. */
const PIECE = /'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S]|['"\\|&;()<>#$*?]/g;

/** Any of the characters that {@link PIECE} is about. */
const SPECIAL = /['"\\|&;()<>#$*?]/;

const inDoubleQuotes = (piece: string): string =>
  piece.replace(/\\[\s\S]|\$/g, (part) => (part === '$' ? '\\$' : part));

const inSingleQuotes = (character: string): string => (character === "'" ? `"'"` : `'${character}'`);

/** The same piece in a form that is plain text to every shell. */
const plain = (piece: string): string => {
  if (piece.length === 1) return inSingleQuotes(piece);
  if (piece.startsWith('\\')) return inSingleQuotes(piece.slice(1));
  return piece.startsWith('"') ? inDoubleQuotes(piece) : piece;
};

const isOpen = (piece: string): boolean => /^['"\\]$/.test(piece);

/**
 * Splits text into words as a POSIX shell does (XCU 2.2, Quoting), but gives nothing else a meaning: `Bash(git:*)`, `>`,
 * `#` and `$HOME` are text, as they are to `env -S`.
 * @returns `undefined` when a quote is not closed or a backslash ends the text
 */
export const splitWords = (text: string): string[] | undefined => {
  // Most first lines are plain, and the package's expressions take long to compile.
  if (!SPECIAL.test(text)) return text.split(/\s+/).filter((word) => word !== '');
  let open = false;
  const quoted = text.replace(PIECE, (piece) => {
    open ||= isOpen(piece);
    return plain(piece);
  });
  return open ? undefined : parse(quoted).filter((word) => typeof word === 'string');
};
