import { distance } from 'fastest-levenshtein';

/** The name most like `word` (edits, case ignored), if any is like it enough to be what was meant. */
export const nearest = (word: string, names: readonly string[]): string | undefined => {
  const scored = names.map((name) => ({ name, edits: distance(word.toLowerCase(), name.toLowerCase()) }));
  const [best] = scored.sort((a, b) => a.edits - b.edits);
  return best && best.edits <= Math.max(2, word.length / 3) ? best.name : undefined;
};

/** `Did you mean "aws"? Providers: aws, vertex`: the remedy for a name that is not in the list. */
export const suggestion = (word: string, names: readonly string[], listTitle: string): string => {
  const name = nearest(word, names);
  const list = names.length > 0 ? `${listTitle}: ${names.join(', ')}.` : `${listTitle}: none.`;
  return name === undefined ? list : `Did you mean ${JSON.stringify(name)}? ${list}`;
};
