import { UsageError } from './errors.ts';
import type { Arguments, Flag } from './flags.ts';
import { nearest } from './nearest.ts';
import { spelled } from './text/spelled.ts';

/** Every spelling the user may have meant is an error or a word: nothing is expanded, negated or turned into a number. */
const STRICT = {
  'boolean-negation': false,
  'camel-case-expansion': false,
  'dot-notation': false,
  'duplicate-arguments-array': true,
  'parse-numbers': false,
  'parse-positional-numbers': false,
  'populate--': true,
  'short-option-groups': false,
};

const flagHint = (name: string, flags: readonly Flag[]): string => {
  const known = flags.flatMap((flag) => flag.names.filter((word) => word.length > 1));
  const guess = nearest(name, known);
  return guess === undefined ? 'run the command with --help to see its flags' : `did you mean --${guess}?`;
};

const unknown = (name: string, flags: readonly Flag[]): UsageError =>
  new UsageError(`unknown flag ${spelled(name)}`, flagHint(name, flags));

/** @throws UsageError for a word in the arguments of a command that takes flags only */
export const refuseWords = ({ words, rest }: Arguments, flags: readonly Flag[]): void => {
  const [extra] = [...words, ...rest];
  if (extra === undefined) return;
  throw new UsageError(`unexpected word "${extra}"`, flagHint(extra, flags));
};

const single = (flag: Flag, given: readonly unknown[]): string => {
  const name = spelled(flag.names[0] ?? '');
  const [value, ...others] = new Set(given.map(String));
  if (others.length > 0) throw new UsageError(`${name} was given ${others.length + 1} different values`);
  if (!value && flag.alone !== undefined) return flag.alone;
  if (!value)
    throw new UsageError(`${name} needs a value`, `e.g. ${name} ${flag.choices?.[0] ?? flag.value}`);
  if (flag.choices && !flag.choices.includes(value))
    throw new UsageError(`${name} cannot be "${value}"`, `choose one of: ${flag.choices.join(', ')}`);
  return value;
};

const switched = (flag: Flag, given: readonly unknown[]): boolean => {
  if (given.every((one) => one === true)) return true;
  throw new UsageError(`${spelled(flag.names[0] ?? '')} takes no value`);
};

/** The name in `--name` or `--name=value`. */
const nameIn = (word: string): string => (word.split('=', 1)[0] ?? '').slice(word.startsWith('--') ? 2 : 1);

/** The parser takes longer the more flags it knows. */
const mentionedIn = (argv: readonly string[]): ((flag: Flag) => boolean) => {
  const words = new Set(argv.filter((word) => word.startsWith('-')).map(nameIn));
  return ({ names }) => names.some((name) => words.has(name));
};

/** @throws UsageError for two flags that contradict each other */
const refuseContradictions = (flags: readonly Flag[], given: (name: string) => boolean): void => {
  for (const { names, excludes = [] } of flags) {
    const other = given(names[0] ?? '') ? excludes.find(given) : undefined;
    if (other === undefined) continue;
    throw new UsageError(
      `${spelled(names[0] ?? '')} and ${spelled(other)} exclude each other`,
      'give one of them',
    );
  }
};

/** What was found on a command line. */
interface Parsed {
  /** Names of flags → what was said, in a list where it was said more than once. */
  readonly given: ReadonlyMap<string, unknown>;
  readonly words: readonly (string | number)[];
  readonly rest: readonly (string | number)[];
}

/** The names of the flags that were asked for. */
interface Names {
  readonly values: readonly string[];
  readonly switches: readonly string[];
}

/** The parser takes them for the value of a switch. */
const SWITCHED = ['true', 'false'];

/**
 * What the parser makes of words and of known flags that are written out, each once: `--name`, `-x`, `--name VALUE`,
 * `--name=VALUE`; `undefined` for all else. Most command lines are no more than that, and to load the parser takes longer than
 * the session to be decided.
 */
const plainLine = (argv: readonly string[], { values, switches }: Names): Parsed | undefined => {
  const given = new Map<string, string | true>();
  const words: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    const name = nameIn(word);
    if (given.has(name) || SWITCHED.includes(word)) return undefined;
    if (!word.startsWith('-')) words.push(word);
    else if (switches.includes(name) && !word.includes('=')) given.set(name, true);
    else {
      const value = word.includes('=') ? word.slice(word.indexOf('=') + 1) : argv[++at];
      if (!values.includes(name) || !value || value.startsWith('-')) return undefined;
      given.set(name, value);
    }
  }
  return { given, words, rest: [] };
};

const parsedWords = async (argv: readonly string[], { values, switches }: Names): Promise<Parsed> => {
  const { default: yargsParser } = await import('yargs-parser');
  const options = { string: [...values], boolean: [...switches], configuration: STRICT };
  const { _: words, '--': rest = [], ...given } = yargsParser(misread(argv, switches), options);
  return { given: new Map(Object.entries(given)), words, rest };
};

/**
 * Parses a command line against its flags.
 * @throws UsageError for an unknown flag, a value that is missing, not accepted or given to a switch, or flags that exclude
 *   each other.
 */
export const parse = async (argv: readonly string[], flags: readonly Flag[]): Promise<Arguments> => {
  const asked = flags.filter(mentionedIn(argv));
  const values = asked.filter((flag) => flag.value !== undefined).flatMap((flag) => flag.names);
  const switches = asked.filter((flag) => flag.value === undefined).flatMap((flag) => flag.names);
  const names = { values, switches };
  const { given, words, rest } = plainLine(argv, names) ?? (await parsedWords(argv, names));
  const known = (name: string) => asked.some(({ names }) => names.includes(name));
  const stray = [...given.keys()].find((name) => !known(name));
  if (stray !== undefined) throw unknown(stray, flags);
  const found = { switches: new Set<string>(), values: new Map<string, string>() };
  for (const flag of asked) {
    const said = flag.names.flatMap((name) => (given.has(name) ? [given.get(name)].flat() : []));
    const [first = ''] = flag.names;
    if (said.length === 0) continue;
    if (flag.value !== undefined) found.values.set(first, single(flag, said));
    else if (switched(flag, said)) found.switches.add(first);
  }
  refuseContradictions(asked, (name) => found.switches.has(name) || found.values.has(name));
  return { ...found, words: words.map(String), rest: rest.map(String) };
};

/** The parser takes `--aws=yes` and `--aws true` for a switch; neither is ours. */
const misread = (argv: readonly string[], switches: readonly string[]): string[] => {
  const end = argv.indexOf('--');
  for (const word of end < 0 ? argv : argv.slice(0, end)) {
    const name = word.startsWith('-') && word.includes('=') ? nameIn(word) : '';
    if (switches.includes(name)) throw new UsageError(`${spelled(name)} takes no value`);
  }
  return [...argv];
};
