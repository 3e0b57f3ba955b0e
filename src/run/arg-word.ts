import { spelled } from '../text/spelled.ts';
import { FLAGS } from './flags.ts';

/** A word that is written like a flag. */
export interface FlagWord {
  /** With its dashes, e.g. `--topic`, `-p`. */
  readonly name: string;
  /** What stands behind `=`. */
  readonly inline: string | undefined;
}

/** A negative number, a lone dash and `- an item of a list` are no flags. */
const FLAG = /^--?[A-Za-z_]/;

/** The word as a flag; `undefined` when it is none. */
export const flagWord = (word: string): FlagWord | undefined => {
  if (!FLAG.test(word)) return undefined;
  const equals = word.indexOf('=');
  if (equals < 0) return { name: word, inline: undefined };
  return { name: word.slice(0, equals), inline: word.slice(equals + 1) };
};

/** Our flags with their dashes → whether they take a value. */
export const OURS: ReadonlyMap<string, boolean> = new Map(
  FLAGS.flatMap(({ names, value }) => names.map((name) => [spelled(name), value !== undefined] as const)),
);
