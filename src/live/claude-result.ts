import type { ApiStatus, LiveEvent, ResultEvent } from './event.ts';
import { type Fields, fieldsOf, listOf, numberOf, stringOf } from './fields.ts';

/** What is known of a run before its result line. */
export interface Totals {
  model: string | undefined;
  /** Of the results so far: a sub-agent in the background makes the tool answer again. */
  turns: number;
  /** Was there any text? Two results may come in a row, after the texts of both. */
  answered: boolean;
}

const sum = (rows: readonly Fields[], names: readonly string[]): number | undefined => {
  const counts = rows.flatMap((row) => names.map((name) => numberOf(row[name])));
  const known = counts.filter((count) => count !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, count) => total + count, 0);
};

/** `usage` is of this result alone; `modelUsage` is of the whole run, sub-agents and retries included. */
const tokens = (line: Fields): Pick<ResultEvent, 'inputTokens' | 'outputTokens'> => {
  const models = Object.values(fieldsOf(line.modelUsage)).map(fieldsOf);
  const usage = [fieldsOf(line.usage)];
  return {
    inputTokens:
      sum(models, ['inputTokens', 'cacheReadInputTokens', 'cacheCreationInputTokens']) ??
      sum(usage, ['input_tokens', 'cache_read_input_tokens', 'cache_creation_input_tokens']),
    outputTokens: sum(models, ['outputTokens']) ?? sum(usage, ['output_tokens']),
  };
};

/** 2.1.330 names a failed connection; before it only the words do. */
const isUnreachable = (line: Fields, text: string): boolean =>
  line.api_error === 'connection_failed' || /Unable to connect to API|ECONNREFUSED/.test(text);

const statusOf = (line: Fields, text: string): ApiStatus | undefined => {
  const status = numberOf(line.api_error_status);
  return status === undefined && isUnreachable(line, text) ? 'unreachable' : status;
};

/** A result without any text is the answer itself: a local command's output, or the object of `--json-schema`. */
const unsaid = (line: Fields, text: string, answered: boolean): readonly LiveEvent[] => {
  const isNew = line.structured_output !== undefined || !answered;
  return isNew && text !== '' ? [{ kind: 'text', text, begins: true }] : [];
};

/** The result line: `is_error` counts, never `subtype`, which says `success` of API errors too. */
export const claudeResult = (line: Fields, totals: Totals): readonly LiveEvent[] => {
  const isError = line.is_error === true;
  const errors = listOf(line.errors).filter((error) => typeof error === 'string');
  const text = stringOf(line.result) ?? errors.join('\n');
  totals.turns += numberOf(line.num_turns) ?? 0;
  const result: ResultEvent = {
    kind: 'result',
    isError,
    status: isError ? statusOf(line, text) : undefined,
    model: totals.model,
    turns: totals.turns,
    ...tokens(line),
    costUsd: numberOf(line.total_cost_usd),
    text,
  };
  return [...(isError ? [] : unsaid(line, text, totals.answered)), result];
};
