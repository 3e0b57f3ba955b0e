import { openScript } from './first-line.ts';
import type { Shebang } from './shebang.ts';

/** A command line that the kernel made from the first line of a file. */
export interface KernelRun {
  readonly file: string;
  /** The words of the first line, once; where `env -S` has filled in a `${NAME}`, filled in. */
  readonly words: readonly string[];
  /** What the user typed behind the file's name. */
  readonly rest: readonly string[];
}

/** The only thing `env -S` expands (GNU coreutils manual, "env invocation"). */
const EXPANSION = /\$\{[A-Za-z_]\w*\}/;

/** Whether `env -S` may have made `given` of `word`. */
const cameFrom = (word: string, given: string): boolean => {
  if (word === given) return true;
  if (!EXPANSION.test(word)) return false;
  const parts = word.split(EXPANSION).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`).test(given);
};

const same = (words: readonly string[], given: readonly string[]): boolean =>
  words.length === given.length && words.every((word, index) => cameFrom(word, given[index] ?? ''));

/**
 * What becomes of the first line on its way (execve(2), "Interpreter scripts"): `env -S` splits it as we do, Linux alone
 * hands it on as one word, macOS splits it at blanks and leaves the quotes.
 *
 * @param given the words in front of the file's name
 * @returns the words of the first line, if `given` are them
 */
const takeWords = (shebang: Shebang, given: readonly string[]): readonly string[] | undefined => {
  if (same(shebang.words, given)) return given;
  const copies = [[shebang.text], shebang.text.split(/\s+/)];
  const trimmed = given.map((word) => word.trim());
  return copies.some((copy) => same(copy, trimmed)) ? shebang.words : undefined;
};

/**
 * Tells a command line that came from the kernel: `./task.md --topic x` arrives as `--aws --live ./task.md --topic x`. It is
 * one when the words in front of a file are those of that file's own first line, so nothing has to be known about any
 * flag, and flags in the first line are taken once.
 *
 * @param argv the words behind `ai` (or `ai run`)
 * @param read the content of a regular file; `undefined` for everything else
 * @throws UserError when the first line of such a file is broken
 */
export const findKernelRun = (
  argv: readonly string[],
  read: (path: string) => Buffer | undefined,
): KernelRun | undefined => {
  for (const [index, file] of argv.entries()) {
    const bytes = file === '' || file.startsWith('-') ? undefined : read(file);
    const shebang = bytes && openScript(bytes, file).shebang;
    const words = shebang && takeWords(shebang, argv.slice(0, index));
    if (words) return { file, words, rest: argv.slice(index + 1) };
  }
  return undefined;
};
