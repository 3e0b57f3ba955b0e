import { GOALS, type Goal, judge } from '../../bench/goals.ts';
import { GROUPS } from '../../bench/groups/index.ts';
import { measuredAs } from './measured.ts';

const goal = (more: Partial<Goal> = {}): Goal => ({ id: 'env', text: 'ai env', limit: 1.25, ...more });
const verdict = (walls: Readonly<Record<string, readonly number[]>>, more: Partial<Goal> = {}) =>
  judge([measuredAs(walls)], [goal(more)])[0];

test('a median at the limit meets it', () => {
  expect(verdict({ node: [100, 100], env: [125, 125] })).toMatchObject({ value: 1.25, met: true });
});

test('a median above the limit does not', () => {
  expect(verdict({ node: [100, 100, 100], env: [100, 126, 300] })).toMatchObject({ value: 1.26, met: false });
});

test('a goal against something else than node', () => {
  const walls = { node: [1], env: [10], airun: [20] };
  expect(verdict(walls, { against: 'airun', limit: 0.7 })).toMatchObject({ value: 0.5, met: true });
});

test('what was not measured is missed, unless its peer may be absent', () => {
  expect(verdict({ node: [1] })).toMatchObject({ value: undefined, met: false });
  expect(verdict({ node: [1], env: [1] }, { against: 'airun', optional: true })).toMatchObject({
    value: undefined,
    met: true,
  });
});

test('counts and memory have limits of their own', () => {
  const groups = [
    measuredAs({ node: [1] }),
    {
      ...measuredAs({}, [{ id: 'children', title: 'children', value: 1 }]),
      samples: { many: [60, 80, 71].map((rssMiB) => ({ wallUs: 1, rssMiB })) },
    },
  ];
  const goals = [
    goal({ id: 'children', limit: 0, metric: 'count' }),
    goal({ id: 'many', limit: 70, metric: 'rss' }),
  ];
  expect(judge(groups, goals)).toMatchObject([
    { value: 1, met: false },
    { value: 71, met: false },
  ]);
});

test('CPU time decides where it is asked for and was measured', () => {
  const group = {
    ...measuredAs({}),
    samples: {
      node: [{ wallUs: 100, cpuUs: 100 }],
      env: [{ wallUs: 400, cpuUs: 120 }],
      eval: [{ wallUs: 3 }],
    },
  };
  const goals = [goal(), goal({ id: 'eval', limit: 0.03 })];
  expect(judge([group], goals, 'cpuUs').map(({ value }) => value)).toEqual([1.2, 0.03]);
  expect(judge([group], goals).map(({ value }) => value)).toEqual([4, 0.03]);
});

test('every name of a goal and of a group is used once', () => {
  const texts = GOALS.map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
  expect(new Set(GROUPS.map(({ name }) => name)).size).toBe(GROUPS.length);
});
