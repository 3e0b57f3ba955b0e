import { randomBytes } from 'node:crypto';
import type { Answer } from './answer.ts';
import { type Exchange, field, modelOf, type Route } from './exchange.ts';
import { words } from './messages.ts';
import { sendTurn, type Wire } from './reply.ts';

const USAGE = {
  input_tokens: 1200,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: 34,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 1234,
};

type Item = { readonly id: string; readonly type: string; readonly [field: string]: unknown };

const id = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`;

const said = (text: string): Item => ({
  id: id('msg'),
  type: 'message',
  role: 'assistant',
  status: 'completed',
  content: [{ type: 'output_text', text, annotations: [] }],
});

const called = ({ name, input }: NonNullable<Answer['tool']>): Item => ({
  id: id('fc'),
  type: 'function_call',
  status: 'completed',
  call_id: id('call'),
  name,
  arguments: JSON.stringify(input),
});

/** A tool call stands alone: text before it would be taken for the final message. */
const itemOf = ({ text, tool }: Answer): Item => (tool ? called(tool) : said(text));

const deltas = (item: Item, answer: Answer): readonly object[] =>
  item.type === 'message'
    ? words(answer.text).map((delta) => ({
        type: 'response.output_text.delta',
        item_id: item.id,
        output_index: 0,
        content_index: 0,
        delta,
      }))
    : [];

const finished = (model: string, item: Item): object => ({
  id: id('resp'),
  object: 'response',
  model,
  status: 'completed',
  output: [item],
  usage: USAGE,
});

/** A turn as events: https://developers.openai.com/api/reference/resources/responses/streaming-events */
const events = (model: string, answer: Answer): readonly object[] => {
  const item = itemOf(answer);
  const response = finished(model, item);
  const started = { ...item, status: 'in_progress', ...(item.type === 'message' ? { content: [] } : {}) };
  return [
    { type: 'response.created', response: { ...response, status: 'in_progress', output: [] } },
    { type: 'response.output_item.added', output_index: 0, item: started },
    ...deltas(item, answer),
    { type: 'response.output_item.done', output_index: 0, item },
    { type: 'response.completed', response },
  ];
};

const sse = (event: object, index: number): string =>
  `event: ${'type' in event ? event.type : ''}\ndata: ${JSON.stringify({ ...event, sequence_number: index })}\n\n`;

const bodyOf = (request: unknown): Wire['body'] => {
  const model = modelOf(request);
  if (field(request, 'stream') !== true) return { json: (answer) => finished(model, itemOf(answer)) };
  return { contentType: 'text/event-stream', chunks: (answer) => events(model, answer).map(sse) };
};

const reply = (exchange: Exchange): Promise<void> =>
  sendTurn(exchange, {
    error: (status) => ({ error: { message: `loopback ${status}`, type: 'loopback_error', code: null } }),
    body: bodyOf(exchange.request.body),
  });

/** OpenAI Responses below any base path; Azure's two styles (`/openai/v1`, `/openai`) too. */
export const responsesRoutes: readonly Route[] = [{ method: 'POST', path: /\/responses$/, reply }];
