import { paired, quantile, shuffled, spread } from '../../bench/statistics.ts';

test.each([
  [[1], 0.5, 1],
  [[1, 2], 0.5, 1.5],
  [[1, 2, 3, 4, 5], 0.25, 2],
  [[1, 2, 3, 4], 0.25, 1.75],
  [[1, 2, 3], 0, 1],
  [[1, 2, 3], 1, 3],
])('quantile of %j at %d is %d', (values, share, expected) => {
  expect(quantile(values, share)).toBeCloseTo(expected);
});

test('a spread does not depend on the order and leaves its values alone', () => {
  const values = [5, 1, 4, 2, 3];
  expect(spread(values)).toEqual({ n: 5, q1: 2, median: 3, q3: 4 });
  expect(values).toEqual([5, 1, 4, 2, 3]);
});

test('numbers are sorted as numbers', () => {
  expect(spread([10, 9, 100]).median).toBe(10);
});

test('nothing measured is no figure', () => {
  expect(() => spread([])).toThrow(RangeError);
});

test('ratios are taken within a round, so that a slow round cancels out', () => {
  expect(paired([10, 100, 20], [5, 50, 10])).toEqual([2, 2, 2]);
});

test('a round in which one side is missing has no ratio', () => {
  expect(paired([1, undefined, 3], [1, 1])).toEqual([1]);
});

test('shuffling keeps everything and can bring any order', () => {
  const things = [1, 2, 3, 4, 5];
  expect([...shuffled(things)].sort()).toEqual(things);
  expect(shuffled(things, () => 0)).toEqual([2, 3, 4, 5, 1]);
  expect(things).toEqual([1, 2, 3, 4, 5]);
});
