import { readIterations } from './in-shell.ts';
import { BASE, type Measured, type Prepared, type Sample, type Scenario } from './model.ts';
import type { Stage } from './stage.ts';
import { openStarter, type Starter } from './starter.ts';
import { shuffled } from './statistics.ts';

/** What every group is measured against. */
const base = (stage: Stage): Scenario => ({ id: BASE, title: 'node -e 0', argv: [stage.node, '-e', '0'] });

interface Entry {
  readonly scenario: Scenario;
  readonly starter: Starter;
}

type Results = Record<string, Sample[]>;

const once = async ({ scenario, starter }: Entry): Promise<Record<string, Sample>> => {
  scenario.before?.();
  const whole = await starter.start();
  if (scenario.mode !== 'in-shell') return { [scenario.id]: whole };
  const each = readIterations(starter.errors());
  return Object.fromEntries(
    Object.entries(scenario.yields ?? {}).map(([name, { id }]) => {
      const sample = each[name];
      if (sample === undefined) throw new Error(`${scenario.id} says nothing of ${name}`);
      return [id, sample];
    }),
  );
};

const takesPart = ({ scenario }: Entry, round: number): boolean =>
  round < (scenario.maxRounds ?? Number.POSITIVE_INFINITY);

const idsOf = ({ id, yields }: Scenario): string[] =>
  yields ? Object.values(yields).map((yielded) => yielded.id) : [id];

const titlesOf = ({ id, title, yields }: Scenario): (readonly [string, string])[] =>
  yields ? Object.values(yields).map((yielded) => [yielded.id, yielded.title]) : [[id, title]];

const measureAll = async (
  entries: readonly Entry[],
  rounds: number,
  progress: (round: number) => void,
): Promise<Results> => {
  const results: Results = Object.fromEntries(
    entries.flatMap(({ scenario }) => idsOf(scenario)).map((id) => [id, []]),
  );
  // Files are in the page cache and the code cache is there before anything counts.
  for (const entry of entries) await once(entry);
  for (let round = 0; round < rounds; round += 1) {
    progress(round + 1);
    for (const entry of shuffled(entries.filter((each) => takesPart(each, round)))) {
      for (const [id, sample] of Object.entries(await once(entry))) results[id]?.push(sample);
    }
  }
  return results;
};

/** Measures what a group has prepared, in shuffled rounds together with `node -e 0`. */
export const measure = async (
  stage: Stage,
  { name, title }: { readonly name: string; readonly title: string },
  prepared: Prepared,
  rounds: number,
  progress: (round: number) => void,
): Promise<Measured> => {
  const { counts = [], skipped = [], notes = [] } = prepared;
  const scenarios = prepared.scenarios.length > 0 ? [base(stage), ...prepared.scenarios] : [];
  const entries = scenarios.map((scenario) => ({ scenario, starter: openStarter(stage, scenario) }));
  try {
    const samples = await measureAll(entries, rounds, progress);
    const titles = Object.fromEntries(scenarios.flatMap(titlesOf));
    const points = Object.fromEntries(scenarios.flatMap(({ id, point }) => (point ? [[id, point]] : [])));
    return { name, title, titles, points, samples, counts, skipped, notes };
  } finally {
    for (const { starter } of entries) starter.close();
  }
};
