import { constants } from 'node:os';
import type { ApiStatus, ResultEvent } from '../live/event.ts';
import { escapeText } from '../text/escape.ts';

/** Why a run failed, as far as the tool says it. `status` is absent when it was not the API. */
export interface Failure {
  readonly status: ApiStatus | undefined;
  /** The tool's own words. */
  readonly message: string;
}

/** How a supervised run ended. */
export interface Outcome {
  /** Exit status as a shell shows it: the tool's own, 128 + n after signal n, 1 for a failure that the tool calls success. */
  readonly status: number;
  /** The signal that ended the run, for a caller that wants to end in the same way. */
  readonly signal: NodeJS.Signals | undefined;
  /** Absent after success, and when a signal ended the run. */
  readonly failure: Failure | undefined;
  /** Did the model say or do anything? Then the same prompt must not be run again. */
  readonly outputBegan: boolean;
}

const UNAUTHORIZED = 401;
const TOO_MANY_REQUESTS = 429;
const FIRST_SERVER_ERROR = 500;

/** Is this a failure of the provider, so that another one may do better? A wrong request (400, 403, 404) is none. */
export const isProviderFailure = (status: ApiStatus | undefined): boolean =>
  status === 'unreachable' ||
  status === UNAUTHORIZED ||
  status === TOO_MANY_REQUESTS ||
  (status !== undefined && status >= FIRST_SERVER_ERROR);

/** May the same prompt be sent to the next provider? */
export const mayGoOn = ({ failure, outputBegan }: Outcome): boolean =>
  !outputBegan && isProviderFailure(failure?.status);

/** `answered 429`, `could not be reached`; a failure that is not the API's is just `failed`. */
export const verdict = (status: ApiStatus | undefined): string => {
  if (status === undefined) return 'failed';
  return status === 'unreachable' ? 'could not be reached' : `answered ${status}`;
};

/** Words of a tool or a server, line by line and safe to show. */
export const shownLines = (text: string): readonly string[] => text.trim().split('\n').map(escapeText);

/** What stderr says about a failure: who failed and how, then its own words. */
export const failureText = (title: string, { status, message }: Failure): string => {
  const words = shownLines(message).filter((line) => line !== '');
  return `${[`ai: ${title} ${verdict(status)}`, ...words].join('\n  ')}\n`;
};

/** How a tool's process ended. */
export interface ToolEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * The exit status as a shell shows it: 128 + n after a signal, else the tool's own, except that a result which is an error
 * is no success.
 */
export const exitStatus = (
  code: number | null,
  signal: NodeJS.Signals | undefined,
  result: Pick<ResultEvent, 'isError'> | undefined,
): number => {
  if (signal !== undefined) return 128 + constants.signals[signal];
  return code === 0 && result?.isError ? 1 : (code ?? 1);
};
