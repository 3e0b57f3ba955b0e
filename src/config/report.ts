import { UserError } from '../errors.ts';
import { escapeText } from '../text/escape.ts';
import type { Places, Position } from './locate.ts';
import { dotted, type Problem } from './problem.ts';

const at = (file: string, position: Partial<Position> | undefined): string =>
  [escapeText(file), position?.line, position?.column].filter((part) => part !== undefined).join(':');

const line = ({ path, text, hint }: Problem, file: string, position: Position | undefined): string => {
  const place = at(file, position && { line: position.line });
  return `${place}: ${dotted(path)}: ${text}${hint === undefined ? '' : `; ${hint}`}`;
};

/** `FILE:LINE: PATH: what is wrong; what to do` */
export const describe = (problem: Problem, file: string, places: Places): string =>
  line(problem, file, places.find(problem.path));

/** Nobody reads more at a time. */
const MOST = 50;

/** The problems of a file, a line each, from its top to its end. */
export const described = (problems: readonly Problem[], file: string, places: Places): string[] => {
  const located = problems
    .slice(0, MOST)
    .map((problem) => ({ problem, position: places.find(problem.path) }));
  located.sort((one, other) => (one.position?.line ?? 0) - (other.position?.line ?? 0));
  const lines = located.map(({ problem, position }) => line(problem, file, position));
  return problems.length > MOST ? [...lines, `… and ${problems.length - MOST} more`] : lines;
};

/** Every problem of a file in one error. */
export const invalid = (problems: readonly Problem[], file: string, places: Places): UserError =>
  new UserError(described(problems, file, places).join('\n'), {
    hint: 'Correct the file; `ai config validate` checks it again.',
  });

/** The error for a text that is no YAML or JSON. */
export const unparsable = (
  reason: string,
  file: string,
  position: Partial<Position> | undefined,
): UserError =>
  new UserError(`${at(file, position)}: ${reason}`, {
    hint: 'Correct the file: YAML, or JSON when it begins with "{"; `ai config validate` checks it again.',
  });
