import type { BaseIssue } from 'valibot';
import { suggestion } from '../nearest.ts';
import { kindOf } from './found.ts';
import { type KeyPath, type Problem, quoted } from './problem.ts';

type Issue = BaseIssue<unknown>;

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a string',
  boolean: 'true or false',
  array: 'a list',
  object: 'a section (keys with values)',
  record: 'a section (keys with values)',
};

/** Valibot joins alternatives as `("a" | "b")`. */
const alternatives = (issue: Issue): string[] =>
  [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');

const isChoice = (issue: Issue): boolean => issue.type === 'picklist' || issue.type === 'literal';

const expectation = (issue: Issue): string => {
  if (!isChoice(issue)) return EXPECTED[issue.type] ?? 'another kind of value';
  const names = alternatives(issue);
  return names.length === 1 ? `"${names[0]}"` : `one of ${names.join(', ')}`;
};

const finding = (issue: Issue): string =>
  isChoice(issue) && typeof issue.input === 'string' ? quoted(issue.input) : kindOf(issue.input);

const remedy = (issue: Issue): { hint?: string } => {
  const { type, input } = issue;
  if (isChoice(issue) && typeof input === 'string') return suggestion(input, alternatives(issue));
  if (type === 'string' && !['object', 'undefined'].includes(typeof input))
    return { hint: 'put it in quotes' };
  if (type === 'string' && input instanceof Date) return { hint: 'put it in quotes' };
  if (type === 'boolean' && typeof input === 'string') return { hint: 'write true or false without quotes' };
  return type === 'array' ? { hint: 'write a list: [first, second]' } : {};
};

const pathOf = (issue: Issue): KeyPath =>
  (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));

/** Of the alternatives that all failed, the one whose kind of value fitted: it knows best what is wrong. */
const closest = (issue: Issue): Issue | undefined => issue.issues?.find(({ kind }) => kind === 'validation');

/** One finding of the schema library in our words. Only texts that choose among known names are repeated. */
export const fromIssue = (issue: Issue): Problem => {
  const path = pathOf(issue);
  const inner = issue.type === 'union' ? closest(issue) : undefined;
  if (inner !== undefined) return { path: [...path, ...pathOf(inner)], text: inner.message };
  if (issue.type === 'union') return { path, text: `${issue.message}; found ${kindOf(issue.input)}` };
  if (issue.kind !== 'schema') return { path, text: issue.message };
  return { path, text: `expected ${expectation(issue)}, found ${finding(issue)}`, ...remedy(issue) };
};
