import { codexTranslator } from '../../../src/live/codex.ts';
import type { LiveEvent } from '../../../src/live/event.ts';
import { only, printed, translated } from './translated.ts';

type Item = Readonly<Record<string, unknown>>;

const THREAD = { type: 'thread.started', thread_id: 't' };
const TURN = { type: 'turn.started' };
const begun = (item: Item) => ({ type: 'item.started', item: { id: 'i', ...item } });
const done = (item: Item) => ({ type: 'item.completed', item: { id: 'i', ...item } });
const says = (text: string) => done({ type: 'agent_message', text });
const completed = (input: number, output: number) => ({
  type: 'turn.completed',
  usage: {
    input_tokens: input,
    cached_input_tokens: 1000,
    output_tokens: output,
    reasoning_output_tokens: 1,
  },
});
const error = (message: string) => ({ type: 'error', message });
const failed = (message: string) => ({ type: 'turn.failed', error: { message } });

const read = (lines: readonly object[]): readonly LiveEvent[] =>
  translated(
    codexTranslator(),
    lines.map((line) => JSON.stringify(line)),
  );

test.each<[string, readonly object[], string]>([
  ['one message', [THREAD, TURN, says('PONG'), completed(1200, 34)], 'PONG\n'],
  ['several messages', [TURN, says('Looking.'), says('Found.\n'), completed(1, 1)], 'Looking.\n\nFound.\n'],
  [
    'a message that grows',
    [
      begun({ type: 'agent_message', text: '' }),
      { type: 'item.updated', item: { type: 'agent_message', text: 'PO' } },
      says('PONG'),
    ],
    'PONG\n',
  ],
  [
    'thoughts',
    [done({ type: 'reasoning', text: 'hidden' }), done({ type: 'todo_list', items: [] }), says('PONG')],
    'PONG\n',
  ],
  [
    'a failed turn',
    [TURN, error('unexpected status 401 Unauthorized: no'), failed('unexpected status 401 Unauthorized: no')],
    '',
  ],
])('stdout gets the text of %s', async (_name, lines, expected) => {
  expect(await printed(read(lines))).toBe(expected);
});

test.each<[Item, string, string]>([
  [{ type: 'command_execution', command: "/bin/bash -lc 'env | sort'" }, 'shell', 'env | sort'],
  [{ type: 'command_execution', command: '/usr/bin/zsh -lc "npm test\n# all"' }, 'shell', 'npm test'],
  [{ type: 'command_execution', command: 'make all' }, 'shell', 'make all'],
  [{ type: 'file_change', changes: [{ path: 'src/a.ts', kind: 'update' }] }, 'file change', 'src/a.ts'],
  [
    { type: 'mcp_tool_call', server: 'files', tool: 'read', arguments: { path: 'README.md' } },
    'read',
    'README.md',
  ],
  [{ type: 'web_search', query: 'weather' }, 'web search', 'weather'],
  [{ type: 'a_tool_of_tomorrow' }, 'a tool of tomorrow', ''],
])('tool %j', (item, name, detail) => {
  const tool = { kind: 'tool', name, detail };
  expect(read([begun(item)])).toEqual([tool]);
  expect(read([done(item)])).toEqual([tool, { kind: 'request' }]);
});

test.each(['reasoning', 'todo_list', 'plan'])('%s is no tool', (type) => {
  expect(read([begun({ type }), done({ type })])).toEqual([]);
});

test('a remark is no error', () => {
  expect(read([done({ type: 'error', message: 'Model metadata not found.' })])).toEqual([
    { kind: 'note', text: 'Model metadata not found.' },
  ]);
});

test('retries are counted', () => {
  const again = 'Reconnecting... 1/2 (unexpected status 429 Too Many Requests: slow down)';
  const lost = 'Reconnecting... waiting for network (Connection failed: error sending request)';
  expect(read([error(again), error(lost), error('Reconnecting... 2/2 (stream disconnected)')])).toEqual([
    { kind: 'retry', status: 429, attempt: 1 },
    { kind: 'retry', status: 'unreachable', attempt: 2 },
    { kind: 'retry', status: undefined, attempt: 3 },
  ]);
});

test('the result of a run has no cost, and every token once', () => {
  expect(only(read([TURN, says('a'), says('b'), completed(2400, 68)]), 'result')).toEqual([
    {
      kind: 'result',
      isError: false,
      status: undefined,
      model: undefined,
      turns: 1,
      inputTokens: 2400,
      outputTokens: 68,
      costUsd: undefined,
      text: 'b',
    },
  ]);
});

test.each<[string, string | number | undefined]>([
  ['unexpected status 401 Unauthorized: fake 401, url: http://127.0.0.1:1/status-500/v1/responses', 401],
  ['unexpected status 403 Forbidden: no', 403],
  ['unexpected status 404 Not Found: no', 404],
  ['unexpected status 503 Service Unavailable: later', 503],
  ['exceeded retry limit, last status: 429 Too Many Requests', 429],
  ['exceeded retry limit, last status: 500 Internal Server Error, request id: r', 500],
  ['We’re currently experiencing high demand, which may cause temporary errors.', 500],
  ['Selected model is at capacity. Please try a different model.', 503],
  ["You've hit your usage limit. Try again later.", 429],
  ['Quota exceeded. Check your plan and billing details.', 429],
  ['Connection failed: error sending request', 'unreachable'],
  ['stream disconnected before completion: 429', undefined],
  ['{"error":{"message":"bad request"}}', undefined],
])('failure %j', (message, status) => {
  const expected = expect.objectContaining({ kind: 'result', isError: true, status, text: message });
  expect(read([error(message), failed(message)])).toEqual([expected]);
  expect(read([error(message)])).toEqual([expected]);
});

test.each<[string, readonly LiveEvent[]]>([
  ['', []],
  ['plain words', [{ kind: 'stray', text: 'plain words' }]],
  ['{"type":"item.completed"}', expect.anything()],
  ['{"type":"turn.later"}', []],
  ['{"type":"error"}', [expect.objectContaining({ kind: 'result', isError: true, text: '' })]],
])('line %j', (line, expected) => {
  expect(translated(codexTranslator(), [line])).toEqual(expected);
});
