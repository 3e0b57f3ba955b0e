import { kindOf } from '../config/found.ts';
import type { KeyPath, Problem } from '../config/problem.ts';
import { isSection, type Section } from '../config/tidy.ts';
import { suggestion } from '../nearest.ts';
import { flagName, type Variable } from './variables.ts';

/** The variables that `vars` declares, and everything that is wrong with it. */
export interface Declarations {
  readonly variables: readonly Variable[];
  readonly problems: readonly Problem[];
}

const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const KEYS = ['default', 'description'];

/** A declaration while it is read. */
interface Entry {
  readonly name: string;
  readonly path: KeyPath;
  readonly value: unknown;
}

/** Every `key: text` in YAML, the text up to a blank or a sign of the syntax. */
const TYPED = /(?<![\w-])([\w-]+)["']?[ \t]*:[ \t]*(?=([^\s,{}#]*))/g;

/** A key and what was typed behind it. */
type Typed = ReadonlySet<string>;

const typedIn = (source: string): Typed =>
  new Set([...source.matchAll(TYPED)].map(([, key, text]) => `${key}: ${text}`));

/** YAML makes numbers of `1.10` and `0x10`, and dates of `2026-01-31`; what was typed is lost then. */
const isAsTyped = (value: unknown, path: KeyPath, typed: Typed): boolean =>
  typed.has(`${path.at(-1)}: ${value}`);

const problemsOfDefault = (value: unknown, path: KeyPath, typed: Typed): Problem[] => {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean')
    return [];
  const isPlain = typeof value === 'number' || value instanceof Date;
  if (!isPlain) return [{ path, text: `expected a text, a number, true or false, found ${kindOf(value)}` }];
  if (isAsTyped(value, path, typed)) return [];
  return [{ path, text: `YAML reads this as ${kindOf(value)} and changes it`, hint: 'put it in quotes' }];
};

const problemsOfSection = (section: Section, path: KeyPath): Problem[] => {
  const unknown = Object.keys(section).filter((key) => !KEYS.includes(key));
  const { description } = section;
  const problems: Problem[] = unknown.map((key) => ({
    path: [...path, key],
    text: 'a variable has only a default and a description',
    ...suggestion(key, KEYS),
  }));
  if (description === undefined || description === null || typeof description === 'string') return problems;
  const text = `expected a text, found ${kindOf(description)}`;
  return [...problems, { path: [...path, 'description'], text, hint: 'put it in quotes' }];
};

const problemsOf = ({ name, path, value }: Entry, typed: Typed): Problem[] => {
  if (!NAME.test(name)) {
    const text =
      'a variable name consists of letters, digits, "_" and "-", and does not begin with a digit or "-"';
    return [{ path, text }];
  }
  if (!isSection(value)) return problemsOfDefault(value, path, typed);
  return [
    ...problemsOfSection(value, path),
    ...problemsOfDefault(value.default, [...path, 'default'], typed),
  ];
};

const variableOf = ({ name, value }: Entry): Variable => {
  const section: Section = isSection(value) ? value : { default: value };
  const standard = section.default;
  return {
    name,
    default: standard === null || standard === undefined ? undefined : String(standard),
    isBoolean: typeof standard === 'boolean',
    description: typeof section.description === 'string' ? section.description : undefined,
  };
};

const entriesOf = (vars: unknown): Entry[] | undefined => {
  if (vars === null || vars === undefined) return [];
  if (Array.isArray(vars)) {
    return vars.map((name: unknown, index) => ({
      name: typeof name === 'string' ? name : '',
      path: ['vars', index],
      value: null,
    }));
  }
  if (!isSection(vars)) return undefined;
  return Object.entries(vars).map(([name, value]) => ({ name, path: ['vars', name], value }));
};

const twice = (entries: readonly Entry[]): Problem[] => {
  const firsts = new Map<string, Entry>();
  return entries
    .filter(({ name }) => NAME.test(name))
    .flatMap((entry) => {
      const first = firsts.get(flagName(entry.name)) ?? entry;
      firsts.set(flagName(entry.name), first);
      return first === entry ? [] : [{ path: entry.path, text: `is the same variable as ${first.name}` }];
    });
};

/**
 * Reads `vars`: a mapping of names to defaults, to nothing (a value must be given), or to `{default, description}`; or a
 * list of names that all need a value.
 *
 * @param source the YAML text, in which numbers are looked up as they were typed
 */
export const declarations = (vars: unknown, source: string): Declarations => {
  const entries = entriesOf(vars);
  if (entries === undefined) {
    const text = `expected names with defaults or a list of names, found ${kindOf(vars)}`;
    return { variables: [], problems: [{ path: ['vars'], text }] };
  }
  const typed = typedIn(source);
  const problems = [...entries.flatMap((entry) => problemsOf(entry, typed)), ...twice(entries)];
  return { variables: problems.length > 0 ? [] : entries.map(variableOf), problems };
};
