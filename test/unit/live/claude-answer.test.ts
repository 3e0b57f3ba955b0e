import {
  apiError,
  apiRetry,
  block,
  blockStop,
  init,
  pieces,
  requesting,
  result,
  start,
  stop,
  text,
  thinking,
  toolBlock,
  toolResult,
  toolUse,
  VERSIONS,
  whole,
} from './claude-lines.ts';
import { type Lines, printed, readClaude } from './translated.ts';

describe.each(VERSIONS)('stream of Claude Code %s', (version) => {
  const read = readClaude(version);

  test.each<[string, Lines, string]>([
    ['whole blocks', [init, whole('a', text('PONG')), result('PONG')], 'PONG\n'],
    ['pieces', [init, start('a'), ...block('a', 'PO', 'NG'), stop, result('PONG')], 'PONG\n'],
    ['a text that ends its own line', [whole('a', text('PONG\n')), result('PONG\n')], 'PONG\n'],
    [
      'turns around a tool',
      [
        start('a'),
        ...block('a', 'Look', 'ing.'),
        ...toolBlock('a', 'Bash', { command: 'ls' }),
        stop,
        toolResult,
        start('b'),
        ...block('b', 'Found.'),
        stop,
        result('Found.', { num_turns: 2 }),
      ],
      'Looking.\n\nFound.\n',
    ],
    [
      'turns of whole blocks',
      [
        whole('a', text('Looking.')),
        whole('a', toolUse('Bash', {})),
        toolResult,
        whole('b', text('Found.')),
        result('Found.'),
      ],
      'Looking.\n\nFound.\n',
    ],
    [
      'neighbouring texts of one message, as citations cut them',
      [
        start('a'),
        ...block('a', 'The moon '),
        ...block('a', 'is far'),
        ...block('a', '.'),
        stop,
        result('.'),
      ],
      'The moon is far.\n',
    ],
    [
      'neighbouring whole texts of one message',
      [whole('a', text('The moon ')), whole('a', text('is far.')), result('is far.')],
      'The moon is far.\n',
    ],
    [
      'texts around a thought',
      [whole('a', text('First.')), whole('a', thinking), whole('a', text('Second.')), result('Second.')],
      'First.\n\nSecond.\n',
    ],
    [
      'an empty block before a tool and one after',
      [
        start('a'),
        ...pieces(''),
        blockStop,
        ...toolBlock('a', 'Bash', {}),
        ...block('a', 'Done.'),
        result('Done.'),
      ],
      'Done.\n',
    ],
    [
      'a sub-agent, whose words are not the answer',
      [
        start('a'),
        ...pieces('Delega'),
        whole('sub', text('secret'), { parent_tool_use_id: 'toolu_1' }),
        { ...pieces('secret')[1], parent_tool_use_id: 'toolu_1' },
        ...pieces('ting.').slice(1),
        whole('a', text('Delegating.')),
        result('Delegating.'),
      ],
      'Delegating.\n',
    ],
    [
      'two results in a row, after a sub-agent in the background',
      [whole('a', text('Waiting.')), whole('b', text('PONG')), result('Waiting.'), result('PONG')],
      'Waiting.\n\nPONG\n',
    ],
    [
      'a stream that broke off and was asked for again without pieces',
      [start('a'), ...pieces('one', ' two'), whole('b', text('one two three')), result('one two three')],
      'one two\n\none two three\n',
    ],
    [
      'a stream that broke off and began again',
      [
        start('a'),
        ...pieces('one'),
        blockStop,
        stop,
        apiRetry(1, null),
        start('b'),
        ...block('b', 'PONG'),
        result('PONG'),
      ],
      'one\n\nPONG\n',
    ],
    [
      'a whole block that says more than its pieces',
      [start('a'), ...pieces('one'), whole('a', text('one two')), result('one two')],
      'one two\n',
    ],
    [
      'an interrupted answer',
      [start('a'), ...pieces('one', ' two'), whole('a', text('one two'), { aborted: true })],
      'one two\n',
    ],
    ['a local command, which has no message', [init, result('## Context')], '## Context\n'],
    [
      'an object for a schema, after other words',
      [whole('a', text('Thinking.')), result('{"a":1}', { structured_output: { a: 1 } })],
      'Thinking.\n\n{"a":1}\n',
    ],
    [
      'an API error, which is no answer',
      [init, requesting, apiRetry(1, 429), ...apiError('API Error: 429', 429)],
      '',
    ],
    [
      'an error result without words',
      [
        whole('a', text('Half')),
        result('', { is_error: true, result: undefined, errors: ['Reached maximum number of turns (1)'] }),
      ],
      'Half\n',
    ],
  ])('stdout gets the text of %s', async (_name, lines, expected) => {
    expect(await printed(read(lines))).toBe(expected);
  });
});
