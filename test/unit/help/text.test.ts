import { examples, rows, widthFor } from '../../../src/help/text.ts';
import type { World } from '../../../src/world.ts';

const on = (columns: number) => widthFor({ stdout: { columns, isTTY: true } } as World);

test.each([
  [20, 40],
  [40, 40],
  [79, 79],
  [80, 80],
  [300, 80],
])('a terminal of %d columns has help of %d', (columns, width) => {
  expect(on(columns)).toBe(width);
});

test('rows stand in two columns, and go on below the second one', () => {
  const text = rows(
    [
      ['env', 'one two three four five six seven eight'],
      ['status', 'x'],
    ],
    40,
  );
  expect(text.split('\n')).toEqual([
    '  env     one two three four five six',
    '          seven eight',
    '  status  x',
  ]);
});

test('a left part that is too wide has a line of its own', () => {
  const text = rows(
    [
      ['a'.repeat(30), 'right'],
      ['b', 'right'],
    ],
    80,
  );
  expect(text.split('\n')).toEqual([`  ${'a'.repeat(30)}`, '     right', '  b  right']);
});

test('a word that is too wide for the second column moves all of it to the left', () => {
  const text = rows([['variables', `x ${'A'.repeat(30)}`]], 40);
  expect(text.split('\n')).toEqual(['  variables', `      x ${'A'.repeat(30)}`]);
});

test('sections can share the width of their first column', () => {
  expect(rows([['b', 'right']], 80, 8)).toBe('  b         right');
});

test('command lines are never broken', () => {
  const line = 'ai --aws --fallback apikey,ollama script.md';
  expect(examples([[line, 'go on elsewhere']], 80)).toBe(`  ${line}  go on elsewhere`);
  expect(examples([[line, 'go on elsewhere when it has to']], 40).split('\n')).toEqual([
    `  ${line}`,
    '      go on elsewhere when it has to',
  ]);
});
