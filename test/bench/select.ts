import type { Measured, Prepared, Scenario } from './model.ts';

/** The part of the benchmark that `--only GROUP` or `--only GROUP/SCENARIO` names. */
export interface Selection {
  readonly group: RegExp;
  readonly scenario: RegExp;
}

/** Everything. */
export const ALL: Selection = { group: /^/, scenario: /^/ };

/** @throws SyntaxError for a wrong regular expression */
export const readSelection = (text: string): Selection => {
  const slash = text.indexOf('/');
  if (slash < 0) return { group: new RegExp(text), scenario: /^/ };
  return { group: new RegExp(text.slice(0, slash)), scenario: new RegExp(text.slice(slash + 1)) };
};

const names = ({ id, yields }: Scenario): string[] =>
  yields ? Object.values(yields).map((yielded) => yielded.id) : [id];

/** Keeps the scenarios and counts whose name matches. */
export const selectScenarios = (prepared: Prepared, { scenario }: Selection): Prepared => ({
  ...prepared,
  scenarios: prepared.scenarios.filter((each) => names(each).some((name) => scenario.test(name))),
  counts: prepared.counts?.filter(({ id }) => scenario.test(id)) ?? [],
});

/** Whether a group has nothing to show. */
export const isEmpty = ({ samples, counts, skipped }: Measured): boolean =>
  Object.keys(samples).length === 0 && counts.length === 0 && skipped.length === 0;
