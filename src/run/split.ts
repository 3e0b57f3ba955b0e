import { UsageError } from '../errors.ts';
import { parse } from '../parse.ts';
import { flagName, type Variable } from '../script/variables.ts';
import { missingValue, strayWord, unknownFlag } from './arg-errors.ts';
import { beforeDashes, type Item, itemsOf, joined, once, type Vocabulary } from './arg-items.ts';
import type { Located, Surroundings } from './arg-locate.ts';
import { requestOf } from './arg-request.ts';
import { askedBeside } from './asked.ts';
import { FLAGS } from './flags.ts';
import type { RunRequest } from './request.ts';

/** As much of a script's variable as its flag takes. */
export type VariableFlag = Pick<Variable, 'name' | 'isBoolean'>;

/** A command line that is told apart. */
export interface SplitRun {
  readonly request: RunRequest;
  /** Show our version instead. */
  readonly version: boolean;
  /** For stderr, one line each. */
  readonly warnings: readonly string[];
}

/** @throws UsageError for an item that nobody takes; our own parser says what value one of our flags needs */
const check = (item: Item, file: string | undefined, vocabulary: Vocabulary): void => {
  if (item.kind === 'word') throw strayWord(item.word, file);
  if (item.kind === 'unknown') throw unknownFlag(item, [...vocabulary.script.keys()], vocabulary.known());
  if (item.values === undefined && item.kind !== 'ours') throw missingValue(item);
};

const variablesOf = (items: readonly Item[]): ReadonlyMap<string, string> => {
  const variables = new Map<string, string>();
  for (const { name, inline, values } of items) {
    const variable = flagName(name.slice(2));
    const value = inline ?? values?.[0] ?? 'true';
    if ((variables.get(variable) ?? value) !== value) {
      throw new UsageError(`${name} was given 2 different values`, 'Give it once.');
    }
    variables.set(variable, value);
  }
  return variables;
};

/** `-p task.md` sends the tool a file's name for a prompt; somebody may have meant the file. */
const warningsOf = (items: readonly Item[], { known }: Vocabulary, { isFile }: Surroundings): string[] =>
  items
    .filter(({ name, values }) => known().flags.get(name) === 'text' && values?.some(isFile))
    .map(({ name, values }) => `${name} sends the words ${JSON.stringify(values?.[0])}, not the file`);

/**
 * Splits a command line between us, the script and the tool. What is the tool's keeps its order; the words behind `--`
 * follow untouched.
 *
 * @param located the words around the prompt file, see {@link ./arg-locate.ts}
 * @param script the variables that the file declares
 * @throws UsageError for a word that nobody knows, with the nearest name; for a missing value; for contradictions
 */
export const split = async (
  { file, parts }: Located,
  script: readonly VariableFlag[],
  around: Surroundings,
): Promise<SplitRun> => {
  const words = parts.flat();
  const asked = await askedBeside(words);
  const vocabulary: Vocabulary = {
    script: new Map(script.map(({ name, isBoolean }) => [`--${flagName(name)}`, isBoolean])),
    known: once(() => around.toolFlags(asked)),
    isPromptFile: () => false,
  };
  const items = parts.flatMap((part) => itemsOf(part, vocabulary));
  for (const item of items) check(item, file, vocabulary);
  const of = (kind: Item['kind']) => items.filter((item) => item.kind === kind);
  const args = await parse(of('ours').map(joined), FLAGS);
  const passed = of('tool').flatMap(({ word, values = [] }) => [word, ...values]);
  const toolArgs = [...passed, ...words.slice(beforeDashes(words).length + 1)];
  return {
    request: requestOf(args, { file, variables: variablesOf(of('script')), toolArgs }),
    version: args.switches.has('version'),
    warnings: warningsOf(of('tool'), vocabulary, around),
  };
};
