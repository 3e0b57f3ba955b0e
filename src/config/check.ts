import { safeParse } from 'valibot';
import type { Builtin } from './builtin.ts';
import { bare, type Config, EMPTY_CONFIG } from './config.ts';
import { fromIssue } from './issue.ts';
import { literalProblems } from './literals.ts';
import type { Problem } from './problem.ts';
import { relationProblems } from './relations.ts';
import { configSchema } from './schema.ts';
import { compareShape } from './shape.ts';
import { tidy } from './tidy.ts';

/** The file that data came from, as far as it matters for what may stand in it. */
export interface Origin {
  readonly path: string;
  /** Whether others may read it; secrets must not be written out there. */
  readonly open: boolean;
  /** The configuration under this one, whose names it may use. */
  readonly base?: Config;
}

/** `config` holds only when there are no errors. */
export interface Checked {
  readonly config: Config;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Keeps what is not about a value that is already complained about as a whole. */
const beside =
  (problems: readonly Problem[]) =>
  ({ path }: Problem): boolean =>
    !problems.some((outer) => outer.path.every((key, index) => path[index] === key));

/** Checks parsed data: every problem at once, unknown keys as warnings. */
export const checkConfig = (raw: unknown, builtin: Builtin, origin: Origin): Checked => {
  const { data, names, problems } = tidy(raw);
  if (problems.length > 0) return { config: EMPTY_CONFIG, errors: problems, warnings: [] };
  const schema = configSchema((name) => names.has(name));
  const { unknown, wrong } = compareShape(schema, data);
  const result = safeParse(schema, data);
  const errors = [...wrong, ...(result.issues ?? []).map(fromIssue).filter(beside(wrong))];
  if (!result.typed || wrong.length > 0) return { config: EMPTY_CONFIG, errors, warnings: unknown };
  const { $schema: _, defaults = {}, profiles = {}, providers = {}, ...later } = result.output;
  const config: Config = { defaults, profiles: bare(profiles), providers: bare(providers), ...later };
  const relations = relationProblems(config, builtin, origin.base).filter(beside(errors));
  const literals = origin.open ? literalProblems(config, origin.path) : [];
  return { config, errors: [...errors, ...relations, ...literals], warnings: unknown };
};
