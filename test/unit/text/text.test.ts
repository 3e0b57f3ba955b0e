import { prettyJson } from '../../../src/text/json.ts';
import { pasted, tilde } from '../../../src/text/shell.ts';
import { columnsOf, markFor } from '../../../src/text/style.ts';
import { table } from '../../../src/text/table.ts';
import { wrapText } from '../../../src/text/wrap.ts';
import { removeSandboxes, sandbox } from '../sessions/world.ts';

afterEach(removeSandboxes);

const PLAIN = { mark: (_: unknown, text: string) => text, columns: Number.POSITIVE_INFINITY };

test('cells are aligned by what a terminal shows', () => {
  const rows = [
    ['a', 'one', 'x'],
    ['模型', 'two'],
    [{ text: 'ccccc', style: 'bold' as const }, '', 'z'],
  ];
  expect(table(rows, PLAIN)).toEqual(['a      one  x', '模型   two', 'ccccc       z']);
  expect(
    table(
      [
        ['a – “b”…', 'x'],
        ['12345678', 'y'],
      ],
      PLAIN,
    ),
  ).toEqual(['a – “b”…  x', '12345678  y']);
});

test('the last cell of a row takes no part in the widths', () => {
  expect(
    table(
      [
        ['a', 'long text'],
        ['b', 'c', 'd'],
      ],
      PLAIN,
    ),
  ).toEqual(['a  long text', 'b  c  d']);
});

test('a line is cut at the columns, with three dots', () => {
  expect(table([['name', 'a text that is too long']], { ...PLAIN, columns: 16, indent: 2 })).toEqual([
    '  name  a tex...',
  ]);
});

test('what a terminal would act on is escaped', () => {
  expect(table([['a\x1b[31m\n', 'b']], PLAIN)).toEqual(['a\\x1b[31m\\x0a  b']);
});

test.each([
  ['a terminal', { isTTY: true }, {}, '\x1b[1mx\x1b[22m', 66],
  ['a pipe', { isTTY: false }, {}, 'x', Number.POSITIVE_INFINITY],
  ['NO_COLOR', { isTTY: true }, { NO_COLOR: '1' }, 'x', 66],
  ['a dumb terminal', { isTTY: true }, { TERM: 'dumb' }, 'x', 66],
])('colour and width of %s', (_, stream, env, shown, columns) => {
  const { world } = sandbox({ stdout: { ...stream, columns: 66 }, env });
  expect(markFor(world)('bold', 'x')).toBe(shown);
  expect(markFor(world)(undefined, 'x')).toBe('x');
  expect(columnsOf(world)).toBe(columns);
});

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 100, ['one two three']],
  ['a-word-that-is-wider b', 5, ['a-word-that-is-wider', 'b']],
  ['', 4, ['']],
])('%j in %d columns', (text, width, lines) => {
  expect(wrapText(text, width)).toEqual(lines);
});

test('a path below the home folder is short, and safe to paste', () => {
  const world = { home: '/home/u' };
  expect(tilde(world, '/home/u/a b')).toBe('~/a b');
  expect(tilde(world, '/home/user/a')).toBe('/home/user/a');
  expect(pasted(world, '/home/u/.aws/credentials')).toBe('~/.aws/credentials');
  expect(pasted(world, '/home/u/$(id)')).toBe('/home/u/\\$\\(id\\)');
});

test('JSON is indented, and control characters in it stay what they are', () => {
  const value = { a: '\x9b31m\u202e\n', b: [1] };
  const text = prettyJson(value);
  expect(text).toMatch(/^\{\n {2}"a": "[\x20-\x7e]+",\n/);
  expect(JSON.parse(text)).toEqual(value);
});
