import type { Selection } from '../../plan/selection.ts';
import type { Config } from '../config.ts';
import { dotted } from '../problem.ts';

/** The keys of `defaults` that choose among what the user has defined. */
const CHOICES = ['provider', 'profile', 'tier', 'team', 'effort'] as const;

const isChoice = (key: string): boolean => (CHOICES as readonly string[]).includes(key);

/** Keys of a section and of the sections in it, e.g. `providers.aws.baseUrl`. */
const keysOf = (value: unknown, path: readonly string[]): string[] => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [dotted(path)];
  if (path.length === 3) return [dotted(path)];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, [...path, key]));
};

/** What a project's file says beyond a choice, as paths of keys. */
export const demandsOf = ({ defaults, ...sections }: Config): string[] => [
  ...Object.keys(defaults)
    .filter((key) => !isChoice(key))
    .map((key) => `defaults.${key}`),
  ...Object.entries(sections).flatMap(([name, section]) => keysOf(section, [name])),
];

/** What a project's file chooses; with `all` also what it may choose only when it is trusted. */
export const choiceOf = ({ defaults }: Config, all: boolean): Selection =>
  Object.fromEntries(Object.entries(defaults).filter(([key]) => all || isChoice(key)));
