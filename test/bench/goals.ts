import { ratio } from './figures.ts';
import { BASE, type Measured } from './model.ts';
import { spread } from './statistics.ts';
import { canTrace } from './trace.ts';

/** A limit for a median; without more it is the ratio of wall times to `node -e 0`. */
export interface Goal {
  /** Of the scenario or count. */
  readonly id: string;
  readonly text: string;
  readonly limit: number;
  /** Another scenario to take the ratio to. */
  readonly against?: string;
  readonly metric?: 'rss' | 'count';
  /** Not missed where the other side of the comparison is not installed. */
  readonly optional?: boolean;
}

/** A goal and how it was met; without a value it was not measured. */
export interface Verdict extends Goal {
  readonly value: number | undefined;
  readonly met: boolean;
}

const SHELLS = ['bash', 'zsh', 'fish'] as const;

const SESSIONS: readonly (readonly [number, number])[] = [
  [50, 1.3],
  [200, 1.6],
  [1000, 2.5],
  [10000, 11],
];

const ratioGoal = (id: string, text: string, limit: number): Goal => ({ id, text, limit });

const inShell = SHELLS.flatMap((shell): Goal[] => [
  {
    id: `prompt-${shell}`,
    text: `prompt segment in ${shell}, to $(cat file)`,
    limit: 1 / 40,
    against: `cat-${shell}`,
  },
  {
    id: `prompt-forks-${shell}`,
    text: `processes that a prompt in ${shell} starts`,
    limit: 0,
    metric: 'count',
  },
  ratioGoal(`eval-${shell}`, `eval of the snippet in ${shell}`, 0.03),
  ratioGoal(`off-${shell}`, `ai_off in ${shell}`, 0.015),
  {
    id: `complete-node-${shell}`,
    text: `starts of node for a completion key in ${shell}`,
    limit: 0,
    metric: 'count',
  },
]);

/** What the project promises about its speed. */
export const GOALS: readonly Goal[] = [
  ratioGoal('env-none', 'ai env, no config', 1.25),
  ratioGoal('env-json', 'ai env, JSON config', 1.25),
  ratioGoal('env-yaml', 'ai env, YAML config', 1.3),
  ratioGoal('env-json-first', 'ai env, first run, JSON config', 1.5),
  ratioGoal('env-yaml-first', 'ai env, first run, YAML config', 1.7),
  ...SHELLS.map((shell) => ratioGoal(`init-${shell}`, `ai init ${shell}`, 0.1)),
  ratioGoal('version', 'ai --version', 0.1),
  ratioGoal('script', 'ai script.md, empty tool', 1.45),
  {
    id: 'script',
    text: 'ai script.md, to airun',
    limit: 0.7,
    against: 'airun-script',
    optional: true,
  },
  ...SESSIONS.map(([count, limit]) => ratioGoal(`sessions-${count}`, `ai-sessions, ${count} live`, limit)),
  ...SESSIONS.map(([count]) => ratioGoal(`first-row-${count}`, `first row of ${count}`, 1.4)),
  { id: 'sessions-10000', text: 'memory at 10000 sessions, MiB', limit: 70, metric: 'rss' },
  {
    id: 'sessions-children',
    text: 'processes that ai-sessions starts',
    limit: 0,
    metric: 'count',
  },
  ...inShell,
];

const rss = ({ samples }: Measured, id: string): number | undefined => {
  const values = (samples[id] ?? []).flatMap(({ rssMiB }) => rssMiB ?? []);
  return values.length > 0 ? spread(values).median : undefined;
};

/** What a goal is compared with: inside a shell only wall time is measured. */
export type Clock = 'wallUs' | 'cpuUs';

const measured = (
  groups: readonly Measured[],
  { id, against = BASE, metric }: Goal,
  clock: Clock,
): number | undefined => {
  const values = groups.map((group) => {
    if (metric === 'count') return group.counts.find((count) => count.id === id)?.value;
    if (metric === 'rss') return rss(group, id);
    return (ratio(group, id, against, clock) ?? ratio(group, id, against))?.median;
  });
  return values.find((value) => value !== undefined);
};

/** What may be absent: a peer that is not installed, counts where processes cannot be traced. */
const mayBeAbsent = ({ optional, metric }: Goal): boolean =>
  optional === true || (metric === 'count' && !canTrace);

/** Compares what was measured with the goals. A goal that was not measured is missed, unless it may be absent. */
export const judge = (
  groups: readonly Measured[],
  goals: readonly Goal[] = GOALS,
  clock: Clock = 'wallUs',
): Verdict[] =>
  goals.map((goal) => {
    const value = measured(groups, goal, clock);
    return { ...goal, value, met: value === undefined ? mayBeAbsent(goal) : value <= goal.limit };
  });
