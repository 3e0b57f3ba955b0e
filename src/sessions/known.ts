import { UsageError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { escapeText } from '../text/escape.ts';
import { type Filter, type FilterKind, filterBy, type Known, type Wanted } from './filter.ts';
import type { Session } from './session.ts';

const KINDS = ['provider', 'tool'] as const satisfies readonly FilterKind[];

const filterOf = async (kind: FilterKind, name: string, known: Known): Promise<Filter> => {
  if (name.trim() === '') throw new UsageError(`--${kind} needs a name`);
  const filter = filterBy(kind, name, known[`${kind}s`]);
  return filter.known || kind === 'tool' ? filter : filterBy(kind, name, await known.configured());
};

/** The filters that a command line asks for. @throws UsageError for an empty name */
export const filtersOf = async (wanted: Wanted, known: Known): Promise<Filter[]> => {
  const filters: Filter[] = [];
  for (const kind of KINDS) {
    const name = wanted[kind];
    if (name !== undefined) filters.push(await filterOf(kind, name, known));
  }
  return filters;
};

const namesOf = async (kind: FilterKind, sessions: readonly Session[], known: Known): Promise<string[]> => {
  const configured = kind === 'provider' ? await known.configured() : [];
  const ids = [...known[`${kind}s`], ...configured].map(({ id }) => id);
  return [...new Set([...ids, ...sessions.map((session) => session[kind])])].filter(Boolean).map(escapeText);
};

/**
 * @param sessions - all live ones, before filtering
 * @throws UsageError when a filter names nothing that is known and no session bears the name
 */
export const refuseUnknown = async (
  sessions: readonly Session[],
  filters: readonly Filter[],
  known: Known,
): Promise<void> => {
  const unknown = filters.find((filter) => !filter.known && !sessions.some(filter.accepts));
  if (!unknown) return;
  const { kind, name } = unknown;
  const names = await namesOf(kind, sessions, known);
  const guess = nearest(name, names);
  const question = guess === undefined ? '' : `Did you mean "${guess}"? `;
  throw new UsageError(
    `unknown ${kind} "${escapeText(name)}"`,
    `${question}Known ${kind}s: ${names.join(', ')}.`,
  );
};
