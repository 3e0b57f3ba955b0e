import type { Scenario } from '../model.ts';
import type { Stage } from '../stage.ts';
import { withProfiles, withProviders } from './config.ts';
import type { Group } from './group.ts';

const ARGV = ['ai', 'env', '--aws', '--opus'];

const variables = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `SOME_VARIABLE_${index}`,
      `the value of the variable ${index}`,
    ]),
  );

const configured = (
  stage: Stage,
  curve: string,
  counts: readonly number[],
  make: (count: number) => string,
): Scenario[] =>
  counts.map((count) => ({
    id: `env-${count}-${curve}`,
    title: `ai env, ${count} ${curve}`,
    argv: ARGV,
    env: { HOME: stage.home(`${curve}-${count}`, { '.ai-runnerrc': make(count) }) },
    point: { curve, x: count },
  }));

const surrounded = (counts: readonly number[]): Scenario[] =>
  counts.map((count) => ({
    id: `env-${count}-variables`,
    title: `ai env, ${count} more variables`,
    argv: ARGV,
    env: variables(count),
    point: { curve: 'variables', x: count },
  }));

/** How `ai env` takes a larger world. */
export const growth: Group = {
  name: 'growth',
  title: 'Growth of ai env',
  prepare: (stage) => ({
    scenarios: [
      ...surrounded([1, 10, 100, 1_000, 5_000]),
      ...configured(stage, 'profiles', [1, 10, 100, 1_000], withProfiles),
      ...configured(stage, 'providers', [1, 10, 100, 1_000], withProviders),
    ],
  }),
};
