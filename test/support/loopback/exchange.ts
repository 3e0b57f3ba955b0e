import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

/** One request as it arrived. */
export interface RecordedRequest {
  readonly method: string;
  /** Path as sent, percent-encoding kept, without the query. */
  readonly path: string;
  /** Query without its question mark, e.g. `beta=true`; empty when there is none. */
  readonly query: string;
  /** Header names in lower case. */
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON, else the text; `undefined` when there was no body. */
  readonly body: unknown;
}

/** A request and the means to answer it. */
export interface Exchange {
  readonly request: RecordedRequest;
  readonly response: ServerResponse;
  /** Groups of the route's path pattern, percent-decoded. */
  readonly params: readonly string[];
  /** Names that the model lists show. */
  readonly models: readonly string[];
  /** Aborted when the client goes away or the server closes. */
  readonly signal: AbortSignal;
  /** Marks this request as a model's turn and takes the answer for it. */
  answer(): Answer;
}

/** Where a protocol answers. The first route that matches wins. */
export interface Route {
  readonly method: string;
  readonly path: RegExp;
  reply(exchange: Exchange): void | Promise<void>;
}

/** A field of a JSON body; `undefined` when the body is no object. */
export const field = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;

/** The model that a body names; `unknown` where the protocol has it elsewhere. */
export const modelOf = (body: unknown): string => String(field(body, 'model') ?? 'unknown');
