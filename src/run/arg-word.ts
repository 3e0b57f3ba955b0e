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
const FLAG = /^(?<name>--?[A-Za-z_][^=]*)(?:=(?<inline>[\s\S]*))?$/;

/** The word as a flag; `undefined` when it is none. */
export const flagWord = (word: string): FlagWord | undefined => {
  const { name, inline } = FLAG.exec(word)?.groups ?? {};
  return name === undefined ? undefined : { name, inline };
};

/** Our flags with their dashes → whether they take a value. */
export const OURS: ReadonlyMap<string, boolean> = new Map(
  FLAGS.flatMap(({ names, value }) => names.map((name) => [spelled(name), value !== undefined] as const)),
);
