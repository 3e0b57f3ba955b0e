import { dotted } from '../config/problem.ts';
import type { Section } from '../config/tidy.ts';
import type { ConfigEntry } from './entries.ts';
import { at, withValue } from './tree.ts';
import { RIVALS } from './variables.ts';

/** What becomes of an entry. */
export interface Change {
  readonly entry: ConfigEntry;
  /** `same`: it is so already; `kept`: the configuration says something else, which stays. */
  readonly kind: 'added' | 'replaced' | 'same' | 'kept';
  /** Why it is kept. */
  readonly why?: string;
}

/** Where the secrets go: the reference to the file of one, and what is in that file now. */
export interface SecretFiles {
  reference(variable: string): string;
  content(variable: string): string | undefined;
}

const rivalOf = (data: Section, path: readonly string[]): string | undefined => {
  const name = dotted(path);
  const rivals = RIVALS.flatMap((pair) => {
    const names = pair.map(dotted);
    return names.includes(name) ? pair.filter((other) => dotted(other) !== name) : [];
  });
  const rival = rivals.find((other) => at(data, other) !== undefined);
  return rival && dotted(rival);
};

const secretKind = (
  entry: ConfigEntry,
  existing: unknown,
  files: SecretFiles,
): Pick<Change, 'kind' | 'why'> => {
  const before = files.content(entry.variable);
  const reference = (existing as { file?: unknown } | undefined)?.file;
  if (existing !== undefined) {
    const isOurs = reference === files.reference(entry.variable) && before === entry.value;
    return isOurs ? { kind: 'same' } : { kind: 'kept', why: 'there is one already: remove it to take this' };
  }
  return before === undefined || before === entry.value
    ? { kind: 'added' }
    : { kind: 'kept', why: `${files.reference(entry.variable)} holds another one: remove it to take this` };
};

const kindOf = (
  entry: ConfigEntry,
  data: Section,
  files: SecretFiles,
  replace: boolean,
): Pick<Change, 'kind' | 'why'> => {
  const existing = at(data, entry.path);
  if (entry.secret) return secretKind(entry, existing, files);
  if (existing === entry.value) return { kind: 'same' };
  const rival = rivalOf(data, entry.path);
  if (rival !== undefined) return { kind: 'kept', why: `${rival} is set` };
  if (existing === undefined) return { kind: 'added' };
  if (replace && typeof existing !== 'object') return { kind: 'replaced' };
  return { kind: 'kept', why: `it is ${JSON.stringify(existing)}` };
};

/** What each entry means for the configuration, one after the other. */
export const changesFor = (
  entries: readonly ConfigEntry[],
  data: Section,
  files: SecretFiles,
  replace: boolean,
): readonly Change[] => {
  let after = data;
  return entries.map((entry) => {
    const change = { entry, ...kindOf(entry, after, files, replace) };
    if (change.kind === 'added' || change.kind === 'replaced')
      after = withValue(after, entry.path, entry.value);
    return change;
  });
};
