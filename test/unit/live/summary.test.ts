import type { ResultEvent } from '../../../src/live/event.ts';
import { type SummaryContext, summaryOf } from '../../../src/live/summary.ts';

const RESULT: ResultEvent = {
  kind: 'result',
  isError: false,
  status: undefined,
  model: 'claude-opus-5-5',
  turns: 2,
  inputTokens: 2400,
  outputTokens: 68,
  costUsd: 0.01096,
  text: 'PONG',
};
const CONTEXT: SummaryContext = { model: 'pinned', payer: 'api', elapsedMs: 75_900 };

const NOTHING = { turns: undefined, inputTokens: undefined, outputTokens: undefined, costUsd: undefined };

test.each<[string, Partial<ResultEvent>, Partial<SummaryContext>, string]>([
  ['a key', {}, {}, 'claude-opus-5-5, 2 turns, 2400 tokens in, 68 out, $0.0110 at list price, 1m 15s'],
  [
    'a cloud',
    { costUsd: 12.345 },
    { payer: 'cloud' },
    'claude-opus-5-5, 2 turns, 2400 tokens in, 68 out, $12.35 at list price, 1m 15s',
  ],
  [
    'a subscription',
    { turns: 1 },
    { payer: 'subscription' },
    'claude-opus-5-5, 1 turn, 2400 tokens in, 68 out, 1m 15s',
  ],
  [
    'a local model',
    {},
    { payer: 'local', elapsedMs: 900 },
    'claude-opus-5-5, 2 turns, 2400 tokens in, 68 out, 0s',
  ],
  ['Codex', { model: undefined, costUsd: undefined }, {}, 'pinned, 2 turns, 2400 tokens in, 68 out, 1m 15s'],
  ['a tool that says nothing', { ...NOTHING, model: undefined }, { model: undefined }, '1m 15s'],
])('%s', (_name, result, context, expected) => {
  expect(summaryOf({ ...RESULT, ...result }, { ...CONTEXT, ...context })).toBe(expected);
});
