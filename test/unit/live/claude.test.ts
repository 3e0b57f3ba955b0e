import { claudeTranslator } from '../../../src/live/claude.ts';
import type { LiveEvent } from '../../../src/live/event.ts';
import {
  apiError,
  apiRetry,
  block,
  init,
  pieces,
  result,
  start,
  text,
  toolBlock,
  toolResult,
  toolUse,
  VERSIONS,
  whole,
} from './claude-lines.ts';
import { type Lines, only, readClaude, translated } from './translated.ts';

describe.each(VERSIONS)('stream of Claude Code %s', (version) => {
  const read = readClaude(version);

  test('a broken stream is told before the answer begins again', () => {
    const events = read([start('a'), ...pieces('one'), start('b'), ...block('b', 'two')]);
    expect(only(events, 'text', 'note')).toEqual([
      { kind: 'text', text: 'one', begins: true },
      { kind: 'note', text: expect.stringContaining('broke off') },
      { kind: 'text', text: 'two', begins: true },
    ]);
  });

  test('tools are named as soon as they start, and again with what they do', () => {
    const events = read([start('a'), ...toolBlock('a', 'Bash', { command: 'npm test\n# all' }), toolResult]);
    expect(events).toEqual([
      { kind: 'request' },
      { kind: 'tool', name: 'Bash', detail: '' },
      { kind: 'tool', name: 'Bash', detail: 'npm test' },
      { kind: 'request' },
    ]);
  });

  test('sub-agents use their tools unseen', () => {
    expect(read([whole('sub', toolUse('Bash', {}), { parent_tool_use_id: 'toolu_1' })])).toEqual([]);
  });

  test('retries have the status, where there is one', () => {
    expect(read([apiRetry(1, 429), apiRetry(2, null)])).toEqual([
      { kind: 'retry', status: 429, attempt: 1 },
      { kind: 'retry', status: undefined, attempt: 2 },
    ]);
  });

  test.each<[string, Lines, object]>([
    [
      'a run',
      [init, whole('a', text('PONG')), result('PONG', { num_turns: 2 })],
      {
        isError: false,
        status: undefined,
        model: 'claude-opus-5-5',
        turns: 2,
        inputTokens: 2400,
        outputTokens: 68,
        costUsd: 0.0137,
        text: 'PONG',
      },
    ],
    [
      'cached tokens and several models',
      [
        result('PONG', {
          modelUsage: {
            big: { inputTokens: 1, cacheReadInputTokens: 20, cacheCreationInputTokens: 300, outputTokens: 4 },
            small: { inputTokens: 5000, outputTokens: 60 },
          },
        }),
      ],
      { inputTokens: 5321, outputTokens: 64 },
    ],
    [
      'a stream without counts by model',
      [
        result('PONG', {
          modelUsage: undefined,
          usage: { input_tokens: 7, cache_read_input_tokens: 70, output_tokens: 3 },
        }),
      ],
      { inputTokens: 77, outputTokens: 3 },
    ],
    [
      'a stream without any counts',
      [result('PONG', { modelUsage: {}, usage: undefined })],
      { inputTokens: undefined, outputTokens: undefined },
    ],
    [
      'several results',
      [result('a', { num_turns: 2 }), result('b', { num_turns: 1 })],
      { turns: 3, text: 'b' },
    ],
    [
      'status 429',
      apiError('API Error: Request rejected (429)', 429),
      { isError: true, status: 429, text: 'API Error: Request rejected (429)' },
    ],
    [
      'a refused connection of 2.1.197',
      apiError('API Error: Unable to connect to API (ConnectionRefused)', null),
      { isError: true, status: 'unreachable' },
    ],
    [
      'a refused connection of 2.1.330',
      apiError('API Error: blocked', null, { api_error: 'connection_failed' }),
      { isError: true, status: 'unreachable' },
    ],
    ['no login', [result('Not logged in', { is_error: true })], { isError: true, status: undefined }],
    [
      'too many turns',
      [result('', { is_error: true, result: undefined, errors: ['Reached maximum number of turns (1)'] })],
      { isError: true, status: undefined, text: 'Reached maximum number of turns (1)' },
    ],
    [
      'an answer that speaks of errors',
      [whole('a', text('ECONNREFUSED')), result('ECONNREFUSED')],
      { isError: false, status: undefined },
    ],
  ])('the result of %s', (_name, lines, expected) => {
    expect(only(read(lines), 'result').at(-1)).toMatchObject({ kind: 'result', ...expected });
  });
});

test.each<[string, readonly LiveEvent[]]>([
  ['', []],
  ['  ', []],
  ['Warning: no terminal', [{ kind: 'stray', text: 'Warning: no terminal' }]],
  ['{"half":', [{ kind: 'stray', text: '{"half":' }]],
  ['[1]', [{ kind: 'stray', text: '[1]' }]],
  ['null', [{ kind: 'stray', text: 'null' }]],
  ['{"no":"type"}', [{ kind: 'stray', text: '{"no":"type"}' }]],
  ['{"type":"rate_limit_event"}', []],
  ['{"type":"toString"}', []],
  ['{"type":"assistant"}', []],
  ['{"type":"assistant","message":{"content":[null,7,{"type":"text"}]}}', []],
  ['{"type":"stream_event","event":null}', []],
  ['{"type":"stream_event","event":{"type":"content_block_delta","delta":{"type":"text_delta"}}}', []],
])('line %j', (line, expected) => {
  expect(translated(claudeTranslator(), [line])).toEqual(expected);
});
