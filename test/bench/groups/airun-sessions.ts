import { openHerd } from '../herd.ts';
import type { Scenario } from '../model.ts';
import { airunFiles } from '../session-files.ts';
import type { Stage } from '../stage.ts';
import { airun, NO_AIRUN } from './airun.ts';
import type { Group, Settings } from './group.ts';

const COUNTS = [0, 1, 50];

/** With fifty sessions it takes more than a second. */
const MANY = 10;
const SLOW_ROUNDS = 5;

const listing = (stage: Stage, settings: Settings, count: number, pids: readonly number[]): Scenario[] =>
  airun(stage, settings, `sessions-${count}`, ['ai-sessions'], airunFiles(count, pids)).map((scenario) => ({
    ...scenario,
    title: `${scenario.title}, ${count} live`,
    ...(count > MANY ? { maxRounds: SLOW_ROUNDS } : {}),
  }));

/** airun's listing, among as few processes as possible: it runs `ps` for each session, which looks at all of them. */
export const airunSessions: Group = {
  name: 'airun',
  title: "airun's ai-sessions",
  prepare: async (stage, settings) => {
    if (settings.airun === undefined) return { scenarios: [], skipped: [NO_AIRUN] };
    const herd = await openHerd(stage, Math.max(...COUNTS));
    return {
      scenarios: COUNTS.flatMap((count) => listing(stage, settings, count, herd.pids)),
      close: herd.close,
    };
  },
};
