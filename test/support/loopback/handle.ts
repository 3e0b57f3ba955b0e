import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Answer, Answers } from './answer.ts';
import { anthropicRoutes } from './anthropic.ts';
import { bedrockRoutes } from './bedrock.ts';
import { field, type RecordedRequest, type Route } from './exchange.ts';
import { localModelRoutes } from './local-models.ts';
import { messageError } from './messages.ts';
import { sendJson } from './reply.ts';
import { responsesRoutes } from './responses.ts';
import { vertexRoutes } from './vertex.ts';

/** What a running server remembers. */
export interface State {
  readonly requests: RecordedRequest[];
  readonly turns: RecordedRequest[];
  /** What went wrong in the server itself. */
  readonly defects: unknown[];
  readonly answers: Answers;
  readonly models: readonly string[];
}

const ROUTES: readonly Route[] = [
  ...anthropicRoutes,
  ...bedrockRoutes,
  ...vertexRoutes,
  ...responsesRoutes,
  ...localModelRoutes,
];

/**
 * Records a request and answers it: 404 where nothing listens, 403 to a client that takes the server for a proxy.
 * Never rejects.
 */
export const handle = async (
  state: State,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    await answer(state, record(state, incoming, parse(await text(incoming))), response, gone.signal);
  } catch (error) {
    if (incoming.complete && !gone.signal.aborted) state.defects.push(error);
    response.destroy();
  }
};

/**
 * Records a request that wants more than an answer and turns it down. Codex tries a WebSocket first: 426 sends
 * it to plain HTTP without another attempt. CONNECT is a client on its way out: 403 keeps it in.
 */
export const refuse =
  (state: State, status: '403 Forbidden' | '426 Upgrade Required') =>
  (incoming: IncomingMessage, socket: Duplex): void => {
    record(state, incoming, undefined);
    socket.on('error', () => undefined);
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  };

const answer = async (
  state: State,
  request: RecordedRequest,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> => {
  if (!request.path.startsWith('/')) return sendJson(response, 403, messageError(403));
  const route = ROUTES.find(({ method, path }) => method === request.method && path.test(request.path));
  if (!route) return sendJson(response, 404, messageError(404));
  const params = (route.path.exec(request.path) ?? []).slice(1).map(decodeURIComponent);
  const { models } = state;
  await route.reply({ request, response, params, models, signal, answer: () => takeAnswer(state, request) });
};

/** Clients ask for one token to see whether a model is there; that must not use up a queued answer. */
const takeAnswer = ({ answers, turns }: State, request: RecordedRequest): Answer => {
  if (['max_tokens', 'max_output_tokens'].some((limit) => field(request.body, limit) === 1))
    return answers.standing;
  turns.push(request);
  return answers.next();
};

const record = (state: State, incoming: IncomingMessage, body: unknown): RecordedRequest => {
  const { method = '', url = '/', headers } = incoming;
  const [path = '/', query = ''] = url.split('?', 2);
  const request = { method, path, query, headers, body };
  state.requests.push(request);
  return request;
};

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body === '' ? undefined : body;
  }
};
