type Line = Readonly<Record<string, unknown>>;

const SESSION = '00000000-0000-4000-8000-000000000000';

/** How a version of the client writes a line: 2.1.330 has other keys, in another order. */
const SHAPES = {
  '2.1.197': (line: Line): Line => ({ ...line, session_id: SESSION, uuid: 'u' }),
  '2.1.330': ({ type, ...line }: Line): Line => ({
    session_id: SESSION,
    timestamp: '2026-11-22T08:00:00.000Z',
    capabilities: ['interrupt_receipt_v1'],
    ...line,
    type,
    uuid: 'u',
  }),
};

export const VERSIONS = Object.keys(SHAPES) as (keyof typeof SHAPES)[];

const MODEL = 'claude-opus-5-5';
const TOP = { parent_tool_use_id: null };
const event = (fields: Line): Line => ({ type: 'stream_event', event: fields, ...TOP });

const usage = (input: number, output: number): Line => ({
  usage: { input_tokens: 1, output_tokens: 1, cache_read_input_tokens: 0, cache_creation_input_tokens: 0 },
  modelUsage: { [MODEL]: { inputTokens: input, outputTokens: output, costUSD: 0.5 } },
});

export const init: Line = { type: 'system', subtype: 'init', model: MODEL, tools: ['Bash'], plugins: [] };
export const requesting: Line = { type: 'system', subtype: 'status', status: 'requesting' };
export const apiRetry = (attempt: number, status: number | null): Line => ({
  type: 'system',
  subtype: 'api_retry',
  attempt,
  max_retries: 2,
  retry_delay_ms: 540.4,
  error_status: status,
  error: 'unknown',
});

export const text = (value: string): Line => ({ type: 'text', text: value });
export const toolUse = (name: string, input: Line): Line => ({
  type: 'tool_use',
  id: 'toolu_1',
  name,
  input,
});
export const thinking: Line = { type: 'thinking', thinking: 'hidden' };

/** A whole block of a message; `more` overrides fields of the line. */
export const whole = (id: string, block: Line, more: Line = {}): Line => ({
  type: 'assistant',
  message: { id, type: 'message', role: 'assistant', model: MODEL, content: [block], stop_reason: null },
  ...TOP,
  ...more,
});

export const start = (id: string): Line =>
  event({ type: 'message_start', message: { id, role: 'assistant', model: MODEL, content: [] } });
export const stop: Line = event({ type: 'message_stop' });
const delta = (value: string): Line =>
  event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: value } });

/** A text block in pieces, as far as it came. */
export const pieces = (...values: readonly string[]): readonly Line[] => [
  event({ type: 'content_block_start', index: 0, content_block: text('') }),
  ...values.map(delta),
];
export const blockStop: Line = event({ type: 'content_block_stop', index: 0 });

/** A block in pieces, whole, and its end. */
export const block = (id: string, ...values: readonly string[]): readonly Line[] => [
  ...pieces(...values),
  whole(id, text(values.join(''))),
  blockStop,
];
export const toolBlock = (id: string, name: string, input: Line): readonly Line[] => [
  event({ type: 'content_block_start', index: 1, content_block: toolUse(name, {}) }),
  event({ type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: '{}' } }),
  whole(id, toolUse(name, input)),
  blockStop,
];
export const toolResult: Line = {
  type: 'user',
  message: { role: 'user', content: [{ tool_use_id: 'toolu_1', type: 'tool_result', content: 'done' }] },
  tool_use_result: 'a string on failure',
  ...TOP,
};

/** A result line; `subtype` says success of errors too. */
export const result = (value: string, more: Line = {}): Line => ({
  type: 'result',
  subtype: 'success',
  is_error: false,
  api_error_status: null,
  num_turns: 1,
  result: value,
  total_cost_usd: 0.0137,
  ...usage(2400, 68),
  ...more,
});

/** The two lines that end a run whose request failed for good. */
export const apiError = (message: string, status: number | null, more: Line = {}): readonly Line[] => [
  whole('synthetic', text(message), { error: 'server_error' }),
  result(message, {
    is_error: true,
    api_error_status: status,
    total_cost_usd: 0,
    usage: { input_tokens: 0, output_tokens: 0 },
    modelUsage: {},
    ...more,
  }),
];

/** The lines as a version writes them. */
export const written = (version: keyof typeof SHAPES, lines: readonly Line[]): readonly string[] =>
  lines.map((line) => JSON.stringify(SHAPES[version](line)));
