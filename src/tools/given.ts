const isShort = (name: string): boolean => name.length === 2;

/** `--name`, `--name=value`, `-x`, and `-xvalue` of a short flag that takes one. */
const isFlag = (word: string, name: string): boolean =>
  word === name || word.startsWith(isShort(name) ? name : `${name}=`);

/** The first of `names` that stands among the arguments. */
export const given = (args: readonly string[], names: readonly string[]): string | undefined =>
  names.find((name) => args.some((word) => isFlag(word, name)));

/** `flag` with its values, unless it is among the arguments already: no tool gains by hearing it twice. */
export const unlessGiven = (args: readonly string[], flag: string, ...values: string[]): string[] =>
  given(args, [flag]) === undefined ? [flag, ...values] : [];

/** What is said when a flag of the tool's own decides and ours is left out. */
export const outdone = (ours: string, flag: string): string =>
  `${flag} was given to the tool itself, so ${ours} is left out`;
