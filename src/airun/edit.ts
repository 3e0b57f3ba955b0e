import { checkConfig } from '../config/check.ts';
import { dataOf } from '../config/edit-check.ts';
import type { OpenConfig } from '../config/edit-file.ts';
import { editTree, type Tree } from '../config/edit-tree.ts';
import { dotted, type Problem } from '../config/problem.ts';
import type { Section } from '../config/tidy.ts';
import { UserError } from '../errors.ts';
import { BUILTIN } from '../start/decide.ts';
import { type Change, changesFor, type SecretFiles } from './changes.ts';
import type { ConfigEntry, Skipped } from './entries.ts';
import { saysTheSame, withValue } from './tree.ts';

/** A configuration text with the entries in it. */
export interface Edited {
  readonly text: string;
  readonly changes: readonly Change[];
  /** Wishes that may not stand in a configuration. */
  readonly skipped: readonly Skipped[];
}

/** What changes what. */
export const isTaken = ({ kind }: Change): boolean => kind === 'added' || kind === 'replaced';

const branchOf = ({ variable, value, secret }: ConfigEntry, files: SecretFiles): string | boolean | Tree =>
  secret ? { file: files.reference(variable) } : value;

const byHand = (file: OpenConfig, tree: Tree): UserError =>
  new UserError(`${file.name} has a form that cannot be changed without changing more`, {
    hint: `Write by hand what it lacks: ${JSON.stringify(tree)}`,
  });

const isBelow = ({ path }: Problem, entry: ConfigEntry): boolean =>
  entry.path.every((key, index) => path[index] === key) ||
  path.every((key, index) => entry.path[index] === key);

interface Attempt {
  readonly file: OpenConfig;
  readonly data: Section;
  readonly files: SecretFiles;
  readonly replace: boolean;
}

/** @throws UserError when the text cannot be edited */
const tried = async ({ file, data, files, replace }: Attempt, entries: readonly ConfigEntry[]) => {
  const changes = changesFor(entries, data, files, replace);
  const taken = changes.filter(isTaken).map(({ entry }) => entry);
  const into = <Data extends Section | Tree>(start: Data): Data =>
    taken.reduce((all, entry) => withValue(all, entry.path, branchOf(entry, files)), start);
  const tree = into<Tree>({});
  const text = taken.length === 0 ? file.text : await editTree(file.text, file.json, tree);
  const after = dataOf(file, text);
  if (after === undefined || !saysTheSame(after, into(data))) throw byHand(file, tree);
  return { text, changes, errors: checkConfig(after, BUILTIN, file).errors };
};

/**
 * Puts the entries into the text and reads it as it will be read; what a configuration refuses is left out.
 * @throws UserError when the text cannot be edited
 */
export const withEntries = async (attempt: Attempt, entries: readonly ConfigEntry[]): Promise<Edited> => {
  const { text, changes, errors } = await tried(attempt, entries);
  if (errors.length === 0) return { text, changes, skipped: [] };
  const wrong = entries.filter((entry) => errors.some((problem) => isBelow(problem, entry)));
  const [problem] = errors;
  if (wrong.length === 0 && problem) throw new UserError(`${dotted(problem.path)}: ${problem.text}`);
  const skipped = wrong.map((entry) => {
    const { text: reason = '' } = errors.find((each) => isBelow(each, entry)) ?? {};
    return { from: entry.from, variable: entry.variable, reason: `${dotted(entry.path)} ${reason}` };
  });
  const rest = await withEntries(
    attempt,
    entries.filter((entry) => !wrong.includes(entry)),
  );
  return { ...rest, skipped: [...skipped, ...rest.skipped] };
};
