import { escapeText } from '../text/escape.ts';
import type { World } from '../world.ts';

/** Something that a word can complete to. The description may be empty. */
export type Candidate = readonly [value: string, description: string];

/** Looks for candidates. @param word what the kind needs to know, e.g. the provider whose models are wanted */
export type Search = (world: World, word: string) => Promise<readonly Candidate[]>;

const MOST = 500;
const LONGEST = 400;

/** Nobody can type a control character, and a terminal would obey it. */
const typeable = (value: string): boolean =>
  value !== '' && value.length <= LONGEST && escapeText(value) === value;

/** The candidates as lines of value, tab and description, each value once; at most 500. */
export const asLines = (candidates: readonly Candidate[]): string => {
  const byValue = new Map([...candidates].reverse());
  const values = [...new Set(candidates.map(([value]) => value))].filter(typeable).slice(0, MOST);
  return values.map((value) => `${value}\t${escapeText(byValue.get(value) ?? '')}\n`).join('');
};
