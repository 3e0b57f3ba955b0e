import { closest, distance } from 'fastest-levenshtein';

/** Edits that a typing mistake takes: two letters that changed places are two. */
const tolerance = (word: string): number => (word.length <= 3 ? 1 : Math.max(2, Math.floor(word.length / 3)));

/** The name of `known` that was probably meant by `word`; `undefined` when none is near. */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  if (known.length === 0) return undefined;
  const plain = known.map((name) => name.toLowerCase());
  const guess = closest(word.toLowerCase(), plain);
  return distance(word.toLowerCase(), guess) <= tolerance(guess) ? known[plain.indexOf(guess)] : undefined;
};

/** The hint that names it, ready to be spread into a problem. */
export const suggestion = (word: string, known: readonly string[]): { readonly hint?: string } => {
  const guess = nearest(word, known);
  return guess === undefined ? {} : { hint: `did you mean "${guess}"?` };
};
