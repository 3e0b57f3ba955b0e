import type { Count, Measured, Sample } from '../../bench/model.ts';

const samples = (walls: readonly number[]): Sample[] =>
  walls.map((wallUs) => ({ wallUs, cpuUs: wallUs / 2 }));

/** A group in which these wall times, in µs, were measured round by round. */
export const measuredAs = (
  walls: Readonly<Record<string, readonly number[]>>,
  counts: readonly Count[] = [],
): Measured => ({
  name: 'group',
  title: 'A group',
  titles: { node: 'node -e 0' },
  points: {},
  samples: Object.fromEntries(Object.entries(walls).map(([id, values]) => [id, samples(values)])),
  counts,
  skipped: [],
  notes: [],
});
