import type { KeyPath, Problem } from './problem.ts';

/** A section: keys with values, as JSON and YAML have them (no lists, no dates). */
export type Section = Record<string, unknown>;

/** Is it a plain object? A list, a date or an instance of a class is none. */
export const isSection = (value: unknown): value is Section =>
  value !== null &&
  typeof value === 'object' &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);

/** Deeper than any key we know; it also ends a YAML alias that contains itself. */
const MAX_DEPTH = 24;
/** Values in all, aliases expanded: a few lines of nested aliases stand for billions. */
const MAX_VALUES = 20_000;

/** Names that plain JavaScript objects have without being given them. */
const RESERVED = ['__proto__', 'constructor', 'prototype'];

interface Walk {
  values: number;
  /** Set once the data has no measure; nothing is looked at from then on. */
  excess?: Problem;
  readonly problems: Problem[];
  readonly names: Set<string>;
}

const excess = (path: KeyPath, walk: Walk): Problem | undefined => {
  const section = path.slice(0, 1);
  if (path.length > MAX_DEPTH) return { path: section, text: `is nested more than ${MAX_DEPTH} levels deep` };
  if (++walk.values <= MAX_VALUES) return undefined;
  return { path: section, text: `holds more than ${MAX_VALUES} values (an alias counts each time)` };
};

const tidySection = (section: Section, path: KeyPath, walk: Walk): Section => {
  const kept = Object.create(null) as Section;
  for (const [key, value] of Object.entries(section)) {
    const at = [...path, key];
    walk.names.add(key);
    if (RESERVED.includes(key)) {
      walk.problems.push({ path: at, text: 'this name is reserved', hint: 'choose another name' });
    } else if (value !== null && value !== undefined) {
      kept[key] = tidyValue(value, at, walk);
    }
  }
  return kept;
};

const tidyValue = (value: unknown, path: KeyPath, walk: Walk): unknown => {
  const beyond = walk.excess ?? excess(path, walk);
  if (beyond !== undefined) {
    walk.excess = beyond;
    return undefined;
  }
  if (Array.isArray(value)) return value.map((item, index) => tidyValue(item, [...path, index], walk));
  return isSection(value) ? tidySection(value, path, walk) : value;
};

/** Data as {@link tidy} leaves it. */
export interface Tidied {
  readonly data: unknown;
  /** Every key that stands anywhere in the data. */
  readonly names: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * A copy of parsed data without the keys that are `null` ("not set"), in objects without a prototype, so that
 * a name nobody wrote is never found in them. Names that JavaScript reserves and data without measure are problems.
 */
export const tidy = (data: unknown): Tidied => {
  const walk: Walk = { values: 0, problems: [], names: new Set() };
  const copy = tidyValue(data ?? {}, [], walk);
  const problems = walk.excess === undefined ? walk.problems : [...walk.problems, walk.excess];
  return { data: copy, names: walk.names, problems };
};
