import { nearest } from '../nearest.ts';

/** The remedy for a name that is not in the list: `Did you mean "aws"? Providers: aws, vertex.` */
export const nameHint = (word: string, names: readonly string[], listTitle: string): string => {
  const name = nearest(word, names);
  const list = `${listTitle}: ${names.length > 0 ? names.join(', ') : 'none'}.`;
  return name === undefined ? list : `Did you mean ${JSON.stringify(name)}? ${list}`;
};
