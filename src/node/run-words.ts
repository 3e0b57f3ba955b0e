/** Characters of a command, or of a flag with its dashes; what is longer is a value. */
const LONGEST = 26;
const [A, Z, DASH] = [97, 122, 45];

/** Letters and dashes alone: no value. The first regular expression of a run would cost more than all else here. */
const isName = (word: string): boolean => {
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    if (code !== DASH && (code < A || code > Z)) return false;
  }
  return word.length <= LONGEST;
};

/**
 * What decides about the functions that a run calls: the command, the names of its flags, and the parts of the program that
 * were needed. A cache that has seen each of these words has about all that the run needs, whatever stood beside them then.
 */
export const wordsOfRun = (argv: readonly string[], parts: Iterable<string>): string[] => {
  const words = [...parts];
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] as string;
    const end = word.indexOf('=');
    const name = end < 0 ? word : word.slice(0, end);
    if ((index === 0 || name.startsWith('--')) && isName(name)) words.push(name);
  }
  return words;
};
