import type { Session } from './session.ts';

/** Something that goes by several names: a provider or a tool. */
export interface Named {
  readonly id: string;
  readonly title: string;
  /** Words that choose it on the command line, e.g. `ol`. */
  readonly flags: readonly string[];
}

/** What sessions can be filtered by. */
export type FilterKind = 'provider' | 'tool';

/** What the command line asks for, by kind. */
export type Wanted = Readonly<Partial<Record<FilterKind, string | undefined>>>;

/** The names that a filter may use without any session bearing them. */
export interface Known {
  readonly providers: readonly Named[];
  readonly tools: readonly Named[];
  /** Providers of the user's configuration; asked only for a name that is not built in. */
  configured(): readonly Named[] | Promise<readonly Named[]>;
}

/** One filter of a listing. */
export interface Filter {
  readonly kind: FilterKind;
  /** As the user wrote it. */
  readonly name: string;
  /** Whether it names something we know; if not, some session has to bear the name. */
  readonly known: boolean;
  accepts(subject: Subject): boolean;
}

/** What a filter looks at; a process that no session accounts for has no provider. */
export type Subject = Pick<Session, 'tool'> & Partial<Pick<Session, 'provider' | 'providerName'>>;

/** `AWS Bedrock`, `aws-bedrock` and `AWS_BEDROCK` are the same name. */
const normal = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '');

/** A filter by id, title or flag word in any case. A session bears its own id and, for providers, its title. */
export const filterBy = (kind: FilterKind, name: string, known: readonly Named[]): Filter => {
  const wanted = normal(name);
  const match = known.find(({ id, title, flags }) =>
    [id, title, ...flags].some((each) => normal(each) === wanted),
  );
  const bears = (text: string | undefined): boolean => text !== undefined && normal(text) === wanted;
  return {
    kind,
    name,
    known: match !== undefined,
    accepts: (session) =>
      (match !== undefined && session[kind] === match.id) ||
      bears(session[kind]) ||
      (kind === 'provider' && bears(session.providerName)),
  };
};

/** Those that every filter accepts. */
export const select = <T extends Subject>(
  subjects: readonly T[],
  filters: readonly Filter[],
): readonly T[] =>
  filters.length === 0
    ? subjects
    : subjects.filter((subject) => filters.every((filter) => filter.accepts(subject)));
