import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './answer.ts';
import type { Exchange } from './exchange.ts';

/** How one protocol writes a turn: as a stream of chunks, or as one JSON document. */
export interface Wire {
  readonly error: (status: number) => object;
  /** Headers that go with an error, e.g. the name of an AWS exception. */
  readonly errorHeaders?: (status: number) => Record<string, string>;
  readonly body: { readonly json: (answer: Answer) => object } | Stream;
}

/** A streamed body. */
export interface Stream {
  readonly contentType: string;
  readonly chunks: (answer: Answer) => readonly (string | Uint8Array)[];
}

/** Sends a JSON document and ends the response. */
export const sendJson = (
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};

/** Answers a request for a model's turn in the given protocol. */
export const sendTurn = async (exchange: Exchange, wire: Wire): Promise<void> => {
  const answer = exchange.answer();
  if (answer.delayMs > 0) await sleep(answer.delayMs, undefined, { signal: exchange.signal });
  if (answer.status !== 200) return sendError(exchange.response, wire, answer);
  if ('json' in wire.body) return sendWhole(exchange.response, wire.body.json(answer), answer);
  await sendStream(exchange, wire.body, answer);
};

const sendError = (response: ServerResponse, wire: Wire, { status, headers }: Answer): void =>
  sendJson(response, status, wire.error(status), { ...wire.errorHeaders?.(status), ...headers });

const sendWhole = (response: ServerResponse, body: object, { headers, cutAfter }: Answer): void => {
  if (Number.isFinite(cutAfter)) response.destroy();
  else sendJson(response, 200, body, headers);
};

const sendStream = async ({ response, signal }: Exchange, stream: Stream, answer: Answer): Promise<void> => {
  response.writeHead(200, { 'content-type': stream.contentType, ...answer.headers });
  response.flushHeaders();
  for (const [index, chunk] of stream.chunks(answer).entries()) {
    if (index >= answer.cutAfter) return void response.destroy();
    await answer.before(index);
    if (index > 0 && answer.chunkDelayMs > 0) await sleep(answer.chunkDelayMs, undefined, { signal });
    await written(response, chunk);
  }
  response.end();
};

/** Waits for the socket, so that a cut comes after the chunks before it and not instead of them. */
const written = (response: ServerResponse, chunk: string | Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    response.write(chunk, () => resolve());
  });
