import type { Arity, KnownFlags, ToolFlags } from '../tools/known-flags.ts';
import { ownValue, toolValues } from './arg-values.ts';
import { type FlagWord, flagWord, OURS } from './arg-word.ts';

/** A flag with its values, or a word that belongs to none. */
export interface Item {
  /** `script`: a variable of the script. `unknown`: written like a flag, and nobody's. */
  readonly kind: 'ours' | 'script' | 'tool' | 'unknown' | 'word';
  /** As typed. */
  readonly word: string;
  /** The flag with its dashes; the word itself when it is none. */
  readonly name: string;
  /** What stands behind `=`. */
  readonly inline: string | undefined;
  /** The words behind it that are its values; `undefined` when one is missing. */
  readonly values: readonly string[] | undefined;
  /** How many words it takes up. */
  readonly length: number;
}

/** Whose flags there are. */
export interface Vocabulary {
  /** The script's variables as `--name` → whether it is a switch. */
  readonly script: ReadonlyMap<string, boolean>;
  /** The tool's flags, asked for only when a word is neither ours nor the script's. */
  known(): KnownFlags;
  /** Is it a prompt file that a flag of the tool must not swallow? */
  isPromptFile(word: string): boolean;
}

/** Asks once: looking at the tool's program for every word would take time. */
export const once = <Value>(ask: () => Value): (() => Value) => {
  let asked: { readonly value: Value } | undefined;
  return () => {
    asked ??= { value: ask() };
    return asked.value;
  };
};

/** The arity of `-pc`: only the last letter can take words. `-dfilter` has its value in itself. */
const clusterArity = (name: string, flags: ToolFlags): Arity | undefined => {
  const arities = [...name.slice(1)].map((letter) => flags.get(`-${letter}`));
  const end = arities.findIndex((arity) => arity !== 'none' && arity !== 'text');
  if (end < 0 || end === arities.length - 1) return arities.at(-1);
  return arities[end] && 'none';
};

const toolArity = (name: string, flags: ToolFlags): Arity | undefined =>
  flags.get(name) ?? (/^-\w{2}/.test(name) ? clusterArity(name, flags) : undefined);

/** `--my_topic` and `--my-topic` are one variable. */
const scriptName = (name: string): string => name.replaceAll('_', '-');

const ownerOf = (name: string, vocabulary: Vocabulary): 'ours' | 'script' | 'tool' | 'unknown' => {
  if (OURS.has(name)) return 'ours';
  if (vocabulary.script.has(scriptName(name))) return 'script';
  return toolArity(name, vocabulary.known().flags) === undefined ? 'unknown' : 'tool';
};

const isKnownFlag = (word: string, vocabulary: Vocabulary): boolean => {
  const flag = flagWord(word);
  return flag !== undefined && ownerOf(flag.name, vocabulary) !== 'unknown';
};

const valuesOf = (
  { name, inline }: FlagWord,
  behind: readonly string[],
  vocabulary: Vocabulary,
): readonly string[] | undefined => {
  if (inline !== undefined) return [];
  const owner = ownerOf(name, vocabulary);
  if (owner === 'ours') return OURS.get(name) ? ownValue(behind) : [];
  if (owner === 'script') return vocabulary.script.get(scriptName(name)) ? [] : ownValue(behind);
  return toolValues(toolArity(name, vocabulary.known().flags) ?? 'none', behind, {
    isKnownFlag: (word) => isKnownFlag(word, vocabulary),
    isPromptFile: vocabulary.isPromptFile,
  });
};

/** Reads the item that begins at `at`. @param words what stands before `--` */
export const itemAt = (words: readonly string[], at: number, vocabulary: Vocabulary): Item => {
  const word = words[at] ?? '';
  const flag = flagWord(word);
  if (flag === undefined) return { kind: 'word', word, name: word, inline: undefined, values: [], length: 1 };
  const values = valuesOf(flag, words.slice(at + 1), vocabulary);
  return {
    kind: ownerOf(flag.name, vocabulary),
    word,
    ...flag,
    values,
    length: 1 + (values?.length ?? 0),
  };
};

/** The words before `--`, or all of them. */
export const beforeDashes = (words: readonly string[]): readonly string[] => {
  const end = words.indexOf('--');
  return end < 0 ? words : words.slice(0, end);
};

/** The items of one stretch of words, up to `--`. */
export const itemsOf = (part: readonly string[], vocabulary: Vocabulary): Item[] => {
  const words = beforeDashes(part);
  const items: Item[] = [];
  for (let at = 0; at < words.length; at += items.at(-1)?.length ?? 1) {
    items.push(itemAt(words, at, vocabulary));
  }
  return items;
};

/** Flag and value as one word, so that our parser cannot take the value for something else. */
export const joined = ({ word, values = [] }: Item): string => [word, ...values].join('=');
