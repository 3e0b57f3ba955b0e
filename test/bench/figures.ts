import { BASE, type Measured, type Point, type Sample } from './model.ts';
import { paired, type Spread, spread } from './statistics.ts';

/** What the rounds say about one thing. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly point: Point | undefined;
  /** Microseconds. */
  readonly wallUs: Spread;
  /** To `node -e 0` of the same round. */
  readonly wall: Spread;
  readonly cpu: Spread | undefined;
  readonly rssMiB: Spread | undefined;
}

type Metric = keyof Sample;

const column = (samples: readonly Sample[] = [], metric: Metric): (number | undefined)[] =>
  samples.map((sample) => sample[metric]);

const present = (values: readonly (number | undefined)[]): number[] =>
  values.filter((value) => value !== undefined);

const ifAny = (values: readonly number[]): Spread | undefined =>
  values.length > 0 ? spread(values) : undefined;

/** How much of something one thing takes for each of another, round by round; nothing unless both were measured. */
export const ratio = (
  { samples }: Measured,
  id: string,
  against: string = BASE,
  metric: Metric = 'wallUs',
): Spread | undefined => ifAny(paired(column(samples[id], metric), column(samples[against], metric)));

/** The figures of a group in the order of its scenarios, `node -e 0` first. */
export const figures = (group: Measured): Figure[] =>
  Object.entries(group.samples).flatMap(([id, samples]) => {
    const wall = ratio(group, id);
    if (wall === undefined) return [];
    return {
      id,
      title: group.titles[id] ?? id,
      point: group.points[id],
      wallUs: spread(present(column(samples, 'wallUs'))),
      wall,
      cpu: ratio(group, id, BASE, 'cpuUs'),
      rssMiB: ifAny(present(column(samples, 'rssMiB'))),
    };
  });
