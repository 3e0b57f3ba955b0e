import type { Arity } from '../tools/known-flags.ts';
import { flagWord } from './arg-word.ts';

/** What the words behind a flag have to be told apart by. */
export interface Neighbours {
  /** Is it a flag of anybody? */
  isKnownFlag(word: string): boolean;
  /** Is it a prompt file that a tool's flag before it must not swallow? */
  isPromptFile(word: string): boolean;
}

const isWritten = (word: string | undefined): word is string => word !== undefined && !word.startsWith('-');

const leading = (words: readonly string[], isEnd: (word: string) => boolean): string[] => {
  const end = words.findIndex((word, index) => !isWritten(word) || (index > 0 && isEnd(word)));
  return words.slice(0, end < 0 ? undefined : end);
};

/** One value of ours or of a script: what looks like a flag is one, and the value is missing. */
export const ownValue = ([next]: readonly string[]): string[] | undefined =>
  next === undefined || flagWord(next) ? undefined : [next];

/**
 * The values of a tool's flag.
 * @param words what follows the flag
 * @returns `undefined` when a value is missing
 */
export const toolValues = (
  arity: Arity,
  words: readonly string[],
  { isKnownFlag, isPromptFile }: Neighbours,
): string[] | undefined => {
  const [next] = words;
  switch (arity) {
    case 'none':
      return [];
    case 'one':
      return next === undefined || isKnownFlag(next) ? undefined : [next];
    case 'text':
      return isWritten(next) ? [next] : [];
    case 'optional':
      return isWritten(next) && !isPromptFile(next) ? [next] : [];
    case 'many':
      return isWritten(next) ? leading(words, isPromptFile) : undefined;
  }
};
