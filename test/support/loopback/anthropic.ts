import { type Exchange, field, modelOf, type Route } from './exchange.ts';
import { type MessageEvent, message, messageError, messageEvents } from './messages.ts';
import { sendJson, sendTurn, type Wire } from './reply.ts';

const sse = (event: MessageEvent): string => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

/** Writes a turn of `model` as the Messages API does. */
export const messagesWire = (model: string, streamed: boolean): Wire => ({
  error: messageError,
  body: streamed
    ? {
        contentType: 'text/event-stream; charset=utf-8',
        chunks: (answer) => messageEvents(model, answer).map(sse),
      }
    : { json: (answer) => message(model, answer) },
});

const reply = (exchange: Exchange): Promise<void> => {
  const { body } = exchange.request;
  return sendTurn(exchange, messagesWire(modelOf(body), field(body, 'stream') === true));
};

const countTokens = ({ response }: Exchange): void => sendJson(response, 200, { input_tokens: 1200 });

/** Messages API, below any base path: Anthropic itself, gateways, Microsoft Foundry (`/anthropic`), Ollama, LM Studio. */
export const anthropicRoutes: readonly Route[] = [
  { method: 'POST', path: /\/v1\/messages$/, reply },
  { method: 'POST', path: /\/v1\/messages\/count_tokens$/, reply: countTokens },
  { method: 'HEAD', path: /.*/, reply: ({ response }) => void response.writeHead(200).end() },
];
