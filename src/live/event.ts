/** What an API said instead of an answer: an HTTP status, or that nothing could be reached at all. */
export type ApiStatus = number | 'unreachable';

/**
 * How a turn of the tool ended. Counts are totals since the tool started, so the last result stands for the whole run;
 * `undefined` is what the tool does not say.
 */
export interface ResultEvent {
  readonly kind: 'result';
  readonly isError: boolean;
  readonly status: ApiStatus | undefined;
  readonly model: string | undefined;
  /** Requests to the model (Claude Code) or turns of the thread (Codex). */
  readonly turns: number | undefined;
  /** Everything the model read, cached or not. */
  readonly inputTokens: number | undefined;
  readonly outputTokens: number | undefined;
  /** US dollars by list prices; Codex has none. */
  readonly costUsd: number | undefined;
  /** The final answer, or the error's own words. */
  readonly text: string | undefined;
}

/** A piece of the answer; `begins` marks a new paragraph. */
export interface TextEvent {
  readonly kind: 'text';
  readonly text: string;
  readonly begins: boolean;
}

/**
 * What a tool's event stream says, in the same words for every tool.
 * - `tool`: the model uses a tool; `detail` may be empty while its input is still being written
 * - `request`: the model is asked, nothing else goes on
 * - `retry`: a request failed and is made again; `attempt` counts from 1
 * - `note`: a remark about the run
 * - `stray`: a line that is not part of the event stream
 */
export type LiveEvent =
  | TextEvent
  | { readonly kind: 'tool'; readonly name: string; readonly detail: string }
  | { readonly kind: 'request' }
  | { readonly kind: 'retry'; readonly status: ApiStatus | undefined; readonly attempt: number }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'stray'; readonly text: string }
  | ResultEvent;

/** Reads one tool's event stream, line by line; it remembers what came before. */
export interface Translator {
  /** @param line - without its newline */
  line(line: string): readonly LiveEvent[];
  /** What is still to be said when the stream is over. */
  end(): readonly LiveEvent[];
}
