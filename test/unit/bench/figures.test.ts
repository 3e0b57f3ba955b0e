import { figures, ratio } from '../../bench/figures.ts';
import { measuredAs } from './measured.ts';

const GROUP = measuredAs({ node: [100, 200, 100], fast: [10, 30, 20], slow: [300], never: [] });

test('a ratio is the median of the ratios of each round', () => {
  expect(ratio(GROUP, 'fast')).toMatchObject({ n: 3, median: 0.15 });
});

test('a ratio to something else than node', () => {
  expect(ratio(GROUP, 'slow', 'fast')).toMatchObject({ n: 1, median: 30 });
});

test('what was not measured has no ratio', () => {
  expect(ratio(GROUP, 'never')).toBeUndefined();
  expect(ratio(GROUP, 'unheard')).toBeUndefined();
  expect(ratio(GROUP, 'fast', 'unheard')).toBeUndefined();
});

test('figures come in order, without what was not measured', () => {
  const found = figures(GROUP);
  expect(found.map(({ id }) => id)).toEqual(['node', 'fast', 'slow']);
  expect(found[0]).toMatchObject({ title: 'node -e 0', wall: { median: 1 }, wallUs: { median: 100 } });
  expect(found[1]).toMatchObject({ title: 'fast', cpu: { median: 0.15 }, rssMiB: undefined });
});
