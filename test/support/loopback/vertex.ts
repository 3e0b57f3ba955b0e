import { messagesWire } from './anthropic.ts';
import type { Exchange, Route } from './exchange.ts';
import { sendJson, sendTurn } from './reply.ts';

const predict =
  (streamed: boolean) =>
  (exchange: Exchange): Promise<void> =>
    sendTurn(exchange, messagesWire(exchange.params[0] ?? '', streamed));

/** Claude on Vertex AI: the model is in the path, the verb says whether the answer is streamed. */
export const vertexRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: /\/models\/count-tokens[^/]*:rawPredict$/,
    reply: ({ response }) => sendJson(response, 200, { input_tokens: 1200 }),
  },
  {
    method: 'POST',
    path: /\/publishers\/anthropic\/models\/([^/:]+):streamRawPredict$/,
    reply: predict(true),
  },
  { method: 'POST', path: /\/publishers\/anthropic\/models\/([^/:]+):rawPredict$/, reply: predict(false) },
];
