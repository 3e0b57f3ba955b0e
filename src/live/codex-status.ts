import type { ApiStatus } from './event.ts';

/** Codex tells errors in words alone; for some statuses it has words without the number. */
const WORDS: readonly (readonly [RegExp, ApiStatus])[] = [
  [/Connection failed|waiting for network/, 'unreachable'],
  [/usage limit|Quota exceeded/, 429],
  [/experiencing high demand/, 500],
  [/at capacity/, 503],
];

/** The status behind an error message of Codex 0.169; `undefined` when it tells none. */
export const codexStatus = (message: string): ApiStatus | undefined => {
  const number = /(?:unexpected|last) status:? (\d{3})\b/.exec(message)?.[1];
  return number === undefined ? WORDS.find(([words]) => words.test(message))?.[1] : Number(number);
};
