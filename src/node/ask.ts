import type { Question } from '../ask/question.ts';

/** Columns that the list needs; a terminal that does not know its size says 0. */
const NARROWEST = 20;

/** A locale without UTF-8, a terminal that cannot move its cursor and a screen reader get plain lines. */
const isPlain = ({ LC_ALL, LC_CTYPE, LANG, TERM, ACCESSIBLE }: NodeJS.ProcessEnv): boolean =>
  !/utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '') || !TERM || TERM === 'dumb' || Boolean(ACCESSIBLE);

/** Asks on the terminal of stdin and stderr; `undefined` when the user would rather not say. */
export const ask = async (question: Question): Promise<string | undefined> => {
  if (isPlain(process.env) || (process.stderr.columns ?? 0) < NARROWEST)
    return (await import('./ask-lines.ts')).askLines(question);
  return (await import('./ask-list.ts')).askList(question);
};
