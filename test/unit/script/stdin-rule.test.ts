import { openSync } from 'node:fs';
import { kindOf } from '../../../src/node/stdin-kind.ts';
import { compose, LARGEST_PROMPT, ruleFor, type StdinKind, type StdinRule } from '../../../src/run/stdin.ts';
import { failure } from './failure.ts';

const RULES: readonly [kind: StdinKind, alone: StdinRule, besideAPrompt: StdinRule, wanted: StdinRule][] = [
  ['tty', 'leave', 'leave', 'leave'],
  ['null', 'leave', 'leave', 'leave'],
  ['closed', 'leave', 'leave', 'leave'],
  ['file', 'read', 'read', 'read'],
  ['pipe', 'read', 'probe', 'read'],
  ['socket', 'read', 'probe', 'read'],
  ['other', 'read', 'leave', 'leave'],
];

test.each(RULES)('%s: %s alone, %s beside a prompt, %s when the user spoke of it', (kind, ...rules) => {
  expect([ruleFor(kind, false, false), ruleFor(kind, true, false), ruleFor(kind, true, true)]).toEqual(rules);
});

test.each([
  ['tty', () => openSync('/dev/ptmx', 'r')],
  ['null', () => openSync('/dev/null', 'r')],
  ['other', () => openSync('/dev/zero', 'r')],
  ['other', () => openSync('/', 'r')],
  ['file', () => openSync(__filename, 'r')],
  ['closed', () => 987_654],
])('a descriptor is told to be %s', (kind, open) => {
  expect(kindOf(open())).toBe(kind);
});

const COMPOSED: readonly [prompt: string, stdin: string, prepended: string, appended: string][] = [
  ['prompt', 'data', 'data\nprompt', 'prompt\ndata'],
  ['prompt\n', 'data\n', 'data\nprompt\n', 'prompt\ndata\n'],
  ['prompt\n', 'data', 'data\nprompt\n', 'prompt\ndata'],
  ['prompt', '', 'prompt', 'prompt'],
  ['', 'data', 'data', 'data'],
  ['', '', '', ''],
  ['\xff\0', '\x80', '\x80\n\xff\0', '\xff\0\n\x80'],
];

test.each(COMPOSED)('%j and %j are joined', (prompt, stdin, prepended, appended) => {
  const [one, other] = [Buffer.from(prompt, 'latin1'), Buffer.from(stdin, 'latin1')];
  const joined = [undefined, 'prepend', 'append'] as const;
  expect(joined.map((position) => compose(one, other, position).toString('latin1'))).toEqual([
    prepended,
    prepended,
    appended,
  ]);
});

test('10 MiB together are a prompt', () => {
  expect(compose(Buffer.from('x\n'), Buffer.alloc(LARGEST_PROMPT - 2, '\n')).length).toBe(LARGEST_PROMPT);
});

test.each([
  ['prompt and stdin', Buffer.from('x\n'), Buffer.alloc(LARGEST_PROMPT - 1, '\n'), 10_485_761],
  ['the line end between them', Buffer.from('x'), Buffer.alloc(LARGEST_PROMPT - 1), 10_485_761],
  ['the prompt alone', Buffer.alloc(LARGEST_PROMPT + 5), Buffer.alloc(0), 10_485_765],
])('one byte too many counts: %s', async (_what, prompt, stdin, size) => {
  expect(await failure(() => compose(prompt, stdin, 'append'))).toEqual({
    message: `the prompt with stdin has ${size} bytes, more than 10485760 bytes (10 MiB)`,
    hint: 'Shorten it, or name the file in the prompt and let the tool read it.',
    code: 1,
  });
});
