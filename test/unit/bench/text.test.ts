import { duration, groupText, missed, ratioText, spreadText, table, verdictText } from '../../bench/text.ts';
import { measuredAs } from './measured.ts';

test.each([
  [0, '0.00 µs'],
  [12.345, '12.3 µs'],
  [1_234, '1.23 ms'],
  [21_400, '21.4 ms'],
  [10_890_000, '10.9 s'],
])('a duration of %d µs', (us, text) => {
  expect(duration(us)).toBe(text);
});

test.each([
  [0, '0'],
  [1.234, '1.23'],
  [0.1, '0.10'],
  [0.012345, '0.012'],
  [0.00034, '0.00034'],
])('a ratio of %d', (value, text) => {
  expect(ratioText(value)).toBe(text);
});

test('a spread', () => {
  expect(spreadText({ n: 3, q1: 1.2, median: 1.25, q3: 1.3 })).toBe('1.25 (1.20–1.30)');
});

test('columns: words on the left, numbers on the right, nothing behind the last', () => {
  expect(
    table([
      ['name', 'what', 'wall'],
      ['x', 'a long one', '1'],
      ['longer', 'y', ''],
    ]),
  ).toBe('name    what        wall\nx       a long one     1\nlonger  y\n');
});

test('a group shows figures, counts, notes and what was skipped', () => {
  const group = {
    ...measuredAs({ node: [20_000], env: [25_000] }, [{ id: 'children', title: 'children', value: 0 }]),
    notes: ['a note'],
    skipped: ['skipped: airun'],
  };
  expect(groupText(group)).toMatch(
    /\nA group\nname .*\nnode .* 20\.0 ms .*\nenv .* 25\.0 ms +1\.25 \(1\.25–1\.25\).*\nchildren: 0 children\na note\nskipped: airun\n/,
  );
});

test('verdicts name what was missed and what was not measured', () => {
  const verdicts = [
    { id: 'a', text: 'one', limit: 1.25, value: 1.2, met: true },
    { id: 'b', text: 'two', limit: 0.1, value: 1.6, met: false },
    { id: 'c', text: 'three', limit: 0.1, value: undefined, met: false },
  ];
  expect(missed(verdicts)).toEqual(['two: 1.60, limit 0.10', 'three: not measured, limit 0.10']);
  expect(verdictText(verdicts)).toMatch(
    /met +one +1\.20 +limit 1\.25\nMISSED +two +1\.60 .*\nMISSED +three +not measured /,
  );
});
