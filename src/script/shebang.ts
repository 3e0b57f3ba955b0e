import { basename } from 'node:path';
import { UserError } from '../errors.ts';
import { splitWords } from './words.ts';

/** A first line that runs us, e.g. `#!/usr/bin/env -S ai --aws --live`. */
export interface Shebang {
  /** What stands behind the command, quotes removed; nothing in it is expanded or run. */
  readonly words: readonly string[];
  /** The same as it is written. */
  readonly text: string;
}

const COMMANDS = ['ai', 'airun'];

/** One word as it is written, quotes and all. */
const WORD = /(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\])+/y;

const BLANKS = /\s*/y;

/** The word at `from` and where it ends; `undefined` at the end of the line or at an open quote. */
const wordAt = (line: string, from: number): { readonly word: string; readonly end: number } | undefined => {
  BLANKS.lastIndex = from;
  BLANKS.test(line);
  WORD.lastIndex = BLANKS.lastIndex;
  const word = WORD.exec(line)?.[0];
  return word === undefined ? undefined : { word, end: WORD.lastIndex };
};

const isOurs = (path: string | undefined): boolean => COMMANDS.includes(basename(path ?? ''));

/** Options of `env` whose value is the next word. */
const TAKES_VALUE = /^(?:-[uCP]|--unset|--chdir)$/;
/** `-S`, `-iS` and `--split-string`; the command may be glued to them. */
const SPLIT = /^(?:-[iv0]*S|--split-string(?:=|$))/;

/**
 * Where the text behind `env … ai` begins (GNU coreutils manual, "env invocation"). What env does besides, e.g. `-i` or
 * `NAME=value`, it has done when the kernel runs the file, and is not for us to do when `ai` is given it.
 */
const behindEnv = (line: string, from: number): number | undefined => {
  for (let at = wordAt(line, from); at !== undefined; at = wordAt(line, at.end)) {
    const word = at.word.replace(SPLIT, '');
    const isSetting = word === '' || word.startsWith('-') || /^\w+=/.test(word);
    if (!isSetting) return isOurs(splitWords(word)?.[0]) ? at.end : undefined;
    if (TAKES_VALUE.test(word)) at = wordAt(line, at.end) ?? at;
  }
  return undefined;
};

const behindCommand = (line: string): number | undefined => {
  const interpreter = wordAt(line, 2);
  if (interpreter === undefined || !interpreter.word.startsWith('/')) return undefined;
  if (isOurs(interpreter.word)) return interpreter.end;
  return basename(interpreter.word) === 'env' ? behindEnv(line, interpreter.end) : undefined;
};

/** `ai run` is the same as `ai` in front of a file. */
const withoutRun = (text: string): string => text.replace(/^run(?=\s|$)\s*/, '');

/**
 * Reads the first line of a script; a byte order mark and the newline are gone.
 * @param file the script as it was named, for messages
 * @returns `undefined` when the line does not run us
 * @throws UserError for a quote that is not closed
 */
export const parseShebang = (line: string, file: string): Shebang | undefined => {
  const start = line.startsWith('#!') ? behindCommand(line) : undefined;
  if (start === undefined) return undefined;
  const text = withoutRun(line.slice(start).trim());
  const words = splitWords(text);
  if (words !== undefined) return { words, text };
  throw new UserError(`${file}:1: a quote in the first line is not closed`, {
    hint: 'Close it, or put a backslash before it.',
  });
};
