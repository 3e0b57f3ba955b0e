import { asLines } from '../../../src/candidates/candidate.ts';

test('a line for each value, with its description', () => {
  expect(
    asLines([
      ['a', 'one'],
      ['b c', ''],
    ]),
  ).toBe('a\tone\nb c\t\n');
});

test('the first of several descriptions of a value is shown', () => {
  expect(
    asLines([
      ['a', 'one'],
      ['b', 'two'],
      ['a', 'three'],
    ]),
  ).toBe('a\tone\nb\ttwo\n');
});

test.each([
  ['a newline', 'a\nb'],
  ['a tab', 'a\tb'],
  ['an escape', 'a\x1b[31m'],
  ['a C1 control', 'a\x9bm'],
  ['text that runs backwards', 'a\u202eb'],
  ['nothing', ''],
  ['401 characters', 'x'.repeat(401)],
])('a value with %s is left out', (_title, value) => {
  expect(
    asLines([
      [value, ''],
      ['kept', ''],
    ]),
  ).toBe('kept\t\n');
});

test('what a terminal would obey is escaped in a description', () => {
  expect(asLines([['a', 'x\n\x1b[31m\ty']])).toBe('a\tx\\x0a\\x1b[31m\\x09y\n');
});

test('no more than 500', () => {
  const many = Array.from({ length: 600 }, (_, index) => [`v${index}`, ''] as const);
  expect(asLines(many).split('\n')).toHaveLength(501);
});
