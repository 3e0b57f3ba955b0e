import quote from 'shell-quote/quote.js';

/** What no shell takes for anything but text: most words are, and the package would look them through six times. */
const PLAIN = /^[\w%+./-]+$/;

/** Quotes one word for bash, zsh and POSIX sh. Characters pass through unchanged, so latin1 text keeps its bytes. */
export const quotePosix = (word: string): string => (PLAIN.test(word) ? word : quote([word]));

/**
 * Quotes one word for fish: inside its single quotes only `\` and `'` are special, and nothing else is.
 * POSIX quoting is code injection there (https://fishshell.com/docs/current/language.html#quotes).
 */
export const quoteFish = (word: string): string => `'${word.replace(/[\\']/g, '\\$&')}'`;

const octal = (byte: number): string => `\\${byte.toString(8).padStart(3, '0')}`;

/**
 * Quotes a whole program for zsh as `$'…'`: every byte but printable ASCII as an octal escape, so that no option of
 * the shell that reads it (csh_junkie_quotes, rc_quotes) changes its meaning.
 */
export const quoteProgram = (program: string): string => {
  const body = Buffer.from(program, 'utf8').toString('latin1');
  const escaped = body.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n');
  return `$'${escaped.replace(/[^ -~]/g, (char) => octal(char.charCodeAt(0)))}'`;
};
