import { parseShebang, type Shebang } from './shebang.ts';

const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/** A script with its first line read. */
export interface Opened {
  readonly shebang: Shebang | undefined;
  /** Whether the first line is a `#!` line of another program; it stays in the text. */
  readonly foreign: boolean;
  /** What follows, one character a byte (latin1), so that every byte survives. */
  readonly text: string;
  /** The line that `text` begins with, counted from 1. */
  readonly line: number;
}

/** The bytes behind a UTF-8 byte order mark, which some editors write and nobody means. */
const unmarked = (bytes: Buffer): Buffer =>
  bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;

const endOfLine = (bytes: Buffer): number => {
  const end = bytes.indexOf('\n');
  return end < 0 ? bytes.length : end;
};

/**
 * Takes the first line off a script when it is ours.
 * @throws UserError as {@link parseShebang}
 */
export const openScript = (raw: Buffer, file: string): Opened => {
  const bytes = unmarked(raw);
  if (bytes.toString('latin1', 0, 2) !== '#!')
    return { shebang: undefined, foreign: false, text: bytes.toString('latin1'), line: 1 };
  const end = endOfLine(bytes);
  const shebang = parseShebang(bytes.toString('utf8', 0, end), file);
  if (shebang === undefined) return { shebang, foreign: true, text: bytes.toString('latin1'), line: 1 };
  return { shebang, foreign: false, text: bytes.toString('latin1', end + 1), line: 2 };
};
