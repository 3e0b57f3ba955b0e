/** The text between the `---` lines at the top of a script. */
export interface Block {
  /** Decoded as UTF-8. */
  readonly text: string;
  /** The line of the script that it begins with, counted from 1. */
  readonly line: number;
  /** Offset of what follows the block; `undefined` when no `---` closes it. */
  readonly end: number | undefined;
}

const rule = (): RegExp => /^---[ \t]*\r?$/gm;

const utf8 = (text: string): string => Buffer.from(text, 'latin1').toString('utf8');

/** @param text one character a byte (latin1); @param line the line that it begins with */
export const findBlock = (text: string, line: number): Block | undefined => {
  if (!text.startsWith('---')) return undefined;
  const pattern = rule();
  if (pattern.exec(text)?.index !== 0) return undefined;
  const start = pattern.lastIndex + 1;
  const close = pattern.exec(text);
  return {
    text: utf8(text.slice(start, close?.index)),
    line: line + 1,
    end: close === null ? undefined : pattern.lastIndex + 1,
  };
};
