import type { Selection } from '../plan/selection.ts';
import type { KnownFlags } from '../tools/known-flags.ts';
import { beforeDashes, itemAt, once } from './arg-items.ts';
import { askedBeside } from './asked.ts';

/** What splitting a command line has to know about the machine. */
export interface Surroundings {
  /**
   * The flags of the tool, asked for only when a word is neither ours nor the script's.
   * @param asked what the words themselves choose: it decides which tool starts
   */
  toolFlags(asked: Selection): KnownFlags;
  /** Is there a regular file of that name? */
  isFile(path: string): boolean;
}

/** A command line around its prompt file. A value never reaches over the file to its flag. */
export interface Located {
  /** As typed; `undefined` when no word is one. */
  readonly file: string | undefined;
  /** The words before and behind the file; one part without a file. */
  readonly parts: readonly (readonly string[])[];
}

const PROMPT_NAME = /\.(?:md|prompt|txt)$/i;

/** A word that is a file, or that can only be meant as one. */
const isMeantAsFile = (word: string, isFile: (path: string) => boolean): boolean =>
  PROMPT_NAME.test(word) || word.includes('/') || isFile(word);

/** A word behind a tool's flag that is a prompt file all the same: `ai --resume task.md`. */
const isPromptFile = (word: string, isFile: (path: string) => boolean): boolean =>
  PROMPT_NAME.test(word) && isFile(word);

/**
 * Finds the prompt file on a command line: the first word that belongs to no flag and names a file, or ends in `.md`,
 * `.prompt` or `.txt`, or has a `/` in it. What stands before it may be a flag of the script, which nobody knows yet: its
 * value is not looked for.
 *
 * @param takesAny any word will do, as behind `ai run`
 */
export const locate = async (
  words: readonly string[],
  around: Surroundings,
  takesAny = false,
): Promise<Located> => {
  const ours = beforeDashes(words);
  const asked = await askedBeside(words);
  const vocabulary = {
    script: new Map<string, boolean>(),
    known: once(() => around.toolFlags(asked)),
    isPromptFile: (word: string) => isPromptFile(word, around.isFile),
  };
  for (let at = 0; at < ours.length; ) {
    const { kind, word, length } = itemAt(ours, at, vocabulary);
    if (kind === 'word' && (takesAny || isMeantAsFile(word, around.isFile))) {
      return { file: word, parts: [words.slice(0, at), words.slice(at + 1)] };
    }
    at += length;
  }
  return { file: undefined, parts: [words] };
};
