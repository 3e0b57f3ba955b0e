import { randomBytes } from 'node:crypto';
import type { Answer } from './answer.ts';

/** One event of a Messages stream; `type` is also its SSE event name. */
export interface MessageEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

const USAGE = {
  input_tokens: 1200,
  output_tokens: 34,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
};

/** Error types by status: https://platform.claude.com/docs/en/api/errors */
const ERROR_TYPES: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  529: 'overloaded_error',
};

const id = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`;

/** Cuts a text into the pieces of a stream: one word each, nothing lost. */
export const words = (text: string): readonly string[] => text.match(/\s*\S+|\s+$/g) ?? [''];

/** Body of a failed request; the message is `loopback <status>`. */
export const messageError = (status: number): object => ({
  type: 'error',
  error: { type: ERROR_TYPES[status] ?? 'api_error', message: `loopback ${status}` },
  request_id: id('req'),
});

/** A finished message: https://platform.claude.com/docs/en/api/messages */
export const message = (model: string, answer: Answer): object => ({
  id: id('msg'),
  type: 'message',
  role: 'assistant',
  model,
  content: blocks(answer),
  stop_reason: stopReason(answer),
  stop_sequence: null,
  usage: USAGE,
});

const stopReason = (answer: Answer): string => (answer.tool ? 'tool_use' : 'end_turn');

type Block = { type: 'text'; text: string } | { type: 'tool_use'; id: string; name: string; input: object };

const blocks = ({ text, tool }: Answer): readonly Block[] => [
  { type: 'text', text },
  ...(tool ? [{ type: 'tool_use' as const, id: id('toolu'), ...tool }] : []),
];

/** The same message as events: https://platform.claude.com/docs/en/build-with-claude/streaming */
export const messageEvents = (model: string, answer: Answer): readonly MessageEvent[] => [
  {
    type: 'message_start',
    message: {
      ...message(model, answer),
      content: [],
      stop_reason: null,
      usage: { ...USAGE, output_tokens: 1 },
    },
  },
  ...blocks(answer).flatMap(blockEvents),
  {
    type: 'message_delta',
    delta: { stop_reason: stopReason(answer), stop_sequence: null },
    usage: { output_tokens: USAGE.output_tokens },
  },
  { type: 'message_stop' },
];

const blockEvents = (block: Block, index: number): readonly MessageEvent[] => [
  { type: 'content_block_start', index, content_block: emptied(block) },
  ...deltas(block).map((delta) => ({ type: 'content_block_delta', index, delta })),
  { type: 'content_block_stop', index },
];

const emptied = (block: Block): Block =>
  block.type === 'text' ? { ...block, text: '' } : { ...block, input: {} };

const deltas = (block: Block): readonly object[] =>
  block.type === 'text'
    ? words(block.text).map((text) => ({ type: 'text_delta', text }))
    : [{ type: 'input_json_delta', partial_json: JSON.stringify(block.input) }];
