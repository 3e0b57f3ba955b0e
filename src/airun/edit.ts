import { checkConfig } from '../config/check.ts';
import { dataOf } from '../config/edit-check.ts';
import type { OpenConfig } from '../config/edit-file.ts';
import { editTree, type Tree } from '../config/edit-tree.ts';
import { dotted, type Problem } from '../config/problem.ts';
import type { Section } from '../config/tidy.ts';
import { UserError } from '../errors.ts';
import { BUILTIN } from '../start/decide.ts';
import { type Change, changesFor, type SecretFiles } from './changes.ts';
import { saysTheSame, withValue } from './tree.ts';
import type { Skipped, Wish } from './wishes.ts';

/** A configuration text with the wishes in it. */
export interface Edited {
  readonly text: string;
  readonly changes: readonly Change[];
  /** Wishes that may not stand in a configuration. */
  readonly skipped: readonly Skipped[];
}

/** What changes what. */
export const isTaken = ({ kind }: Change): boolean => kind === 'added' || kind === 'replaced';

const branchOf = ({ variable, value, secret }: Wish, files: SecretFiles): string | boolean | Tree =>
  secret ? { file: files.reference(variable) } : value;

const byHand = (file: OpenConfig, tree: Tree): UserError =>
  new UserError(`${file.name} has a form that cannot be changed without changing more`, {
    hint: `Write by hand what it lacks: ${JSON.stringify(tree)}`,
  });

const isBelow = ({ path }: Problem, wish: Wish): boolean =>
  wish.path.every((key, index) => path[index] === key) ||
  path.every((key, index) => wish.path[index] === key);

interface Attempt {
  readonly file: OpenConfig;
  readonly data: Section;
  readonly files: SecretFiles;
  readonly replace: boolean;
}

/** @throws UserError when the text cannot be edited */
const tried = async ({ file, data, files, replace }: Attempt, wishes: readonly Wish[]) => {
  const changes = changesFor(wishes, data, files, replace);
  const taken = changes.filter(isTaken).map(({ wish }) => wish);
  const into = <Data extends Section | Tree>(start: Data): Data =>
    taken.reduce((all, wish) => withValue(all, wish.path, branchOf(wish, files)), start);
  const tree = into<Tree>({});
  const text = taken.length === 0 ? file.text : await editTree(file.text, file.json, tree);
  const after = dataOf(file, text);
  if (after === undefined || !saysTheSame(after, into(data))) throw byHand(file, tree);
  return { text, changes, errors: checkConfig(after, BUILTIN, file).errors };
};

/**
 * Puts the wishes into the text and reads it as it will be read; what a configuration refuses is left out.
 * @throws UserError when the text cannot be edited
 */
export const withWishes = async (attempt: Attempt, wishes: readonly Wish[]): Promise<Edited> => {
  const { text, changes, errors } = await tried(attempt, wishes);
  if (errors.length === 0) return { text, changes, skipped: [] };
  const wrong = wishes.filter((wish) => errors.some((problem) => isBelow(problem, wish)));
  const [problem] = errors;
  if (wrong.length === 0 && problem) throw new UserError(`${dotted(problem.path)}: ${problem.text}`);
  const skipped = wrong.map((wish) => {
    const { text: reason = '' } = errors.find((each) => isBelow(each, wish)) ?? {};
    return { from: wish.from, variable: wish.variable, reason: `${dotted(wish.path)} ${reason}` };
  });
  const rest = await withWishes(
    attempt,
    wishes.filter((wish) => !wrong.includes(wish)),
  );
  return { ...rest, skipped: [...skipped, ...rest.skipped] };
};
