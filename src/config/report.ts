import { UserError } from '../errors.ts';
import type { Places, Position } from './locate.ts';
import { dotted, type Problem, printable } from './problem.ts';

const at = (file: string, position: Partial<Position> | undefined): string =>
  [printable(file), position?.line, position?.column].filter((part) => part !== undefined).join(':');

/** `FILE:LINE: PATH: what is wrong; what to do` */
export const describe = (problem: Problem, file: string, places: Places): string => {
  const line = places.find(problem.path)?.line;
  const place = at(file, line === undefined ? undefined : { line });
  const remedy = problem.hint === undefined ? '' : `; ${problem.hint}`;
  return `${place}: ${dotted(problem.path)}: ${problem.text}${remedy}`;
};

const lineOf = (problem: Problem, places: Places): number => places.find(problem.path)?.line ?? 0;

/** Every problem of a file in one error, a line each, from the top of the file to its end. */
export const invalid = (problems: readonly Problem[], file: string, places: Places): UserError =>
  new UserError(
    [...problems]
      .sort((one, other) => lineOf(one, places) - lineOf(other, places))
      .map((problem) => describe(problem, file, places))
      .join('\n'),
    { hint: 'Correct the file; `ai config validate` checks it again.' },
  );

/** The error for a text that is no YAML or JSON. */
export const unparsable = (
  reason: string,
  file: string,
  position: Partial<Position> | undefined,
): UserError =>
  new UserError(`${at(file, position)}: ${reason}`, {
    hint: 'Correct the file: YAML, or JSON when it begins with "{"; `ai config validate` checks it again.',
  });
