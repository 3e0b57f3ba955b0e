import type { Payer } from '../plan/selection.ts';
import { formatDuration } from '../sessions/duration.ts';
import type { ResultEvent } from './event.ts';

/** What a summary is made of beside the tool's own result. */
export interface SummaryContext {
  /** The session's model, for tools that do not say theirs. */
  readonly model: string | undefined;
  readonly payer: Payer | undefined;
  /** Ms from the start of the tool to its end. */
  readonly elapsedMs: number;
}

const MS = 1000;

/** Enough digits to tell a small sum from none. */
const dollars = (amount: number): string => `$${amount.toFixed(amount < 1 ? 4 : 2)}`;

/** Tools compute what the tokens would cost by Anthropic's price list, whoever is paid and whether at all. */
const cost = ({ costUsd }: ResultEvent, payer: Payer | undefined): string | undefined =>
  costUsd === undefined || payer === 'subscription' || payer === 'local'
    ? undefined
    : `${dollars(costUsd)} at list price`;

const counted = (count: number | undefined, noun: string): string | undefined =>
  count === undefined ? undefined : `${count} ${noun}`;

/** One line about a run that ended, without a newline, e.g. `claude-opus-5-5, 2 turns, 2400 tokens in, 68 out, 12s`. */
export const summaryOf = (result: ResultEvent, { model, payer, elapsedMs }: SummaryContext): string =>
  [
    result.model ?? model,
    counted(result.turns, result.turns === 1 ? 'turn' : 'turns'),
    counted(result.inputTokens, 'tokens in'),
    counted(result.outputTokens, 'out'),
    cost(result, payer),
    formatDuration(elapsedMs / MS),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
