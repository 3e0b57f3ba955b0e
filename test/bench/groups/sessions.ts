import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Herd, openHerd } from '../herd.ts';
import type { Count, Scenario } from '../model.ts';
import { sessionFiles } from '../session-files.ts';
import type { Stage } from '../stage.ts';
import { canTrace, traced } from '../trace.ts';
import type { Group } from './group.ts';

const COUNTS = [0, 1, 50, 200, 1_000, 10_000];

/** @throws Error when the program does not list every session: the figures would be about something else */
const mustList = (stage: Stage, HOME: string, count: number): void => {
  const { stdout, stderr } = spawnSync(join(stage.bin, 'ai-sessions'), {
    env: { ...stage.env, HOME },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const wanted = count === 0 ? 'No active sessions.' : `Total sessions: ${count}`;
  if (!stdout.includes(wanted)) throw new Error(`ai-sessions does not list ${count} sessions: ${stderr}`);
};

const listing = (stage: Stage, count: number, pids: readonly number[]): Scenario[] => {
  const HOME = stage.home(`sessions-${count}`, sessionFiles(count, pids));
  mustList(stage, HOME, count);
  const whole: Scenario = {
    id: `sessions-${count}`,
    title: `ai-sessions, ${count} live`,
    argv: ['ai-sessions'],
    env: { HOME },
    ...(count > 0 ? { point: { curve: 'live sessions', x: count } } : {}),
  };
  if (count === 0) return [whole];
  const title = `ai-sessions, first row of ${count}`;
  return [
    whole,
    {
      id: `first-row-${count}`,
      title,
      argv: whole.argv,
      env: { HOME },
      mode: 'first-row',
      row: 'Session 1:',
      point: { curve: 'live sessions, first row', x: count },
    },
  ];
};

/** The processes behind `ai-sessions`, by its path and by the link that npm makes, whose target the launcher has to ask for. */
const children = (stage: Stage): Count[] => {
  const HOME = join(stage.root, 'home-sessions-50');
  const count = (argv: readonly string[]): number => traced(stage, argv, { HOME }).processes;
  return [
    {
      id: 'sessions-children',
      title: 'processes that ai-sessions starts at 50 sessions',
      value: count([join(stage.package, 'shell/ai'), 'sessions']),
    },
    {
      id: 'sessions-children-link',
      title: 'the same through a link, as npm installs it',
      value: count([join(stage.bin, 'ai-sessions')]),
    },
  ];
};

const notesOn = ({ pids }: Herd): string[] => {
  const most = Math.max(...COUNTS);
  return pids.length < most
    ? [`${pids.length} live processes stand for ${most} sessions: the limits of this machine.`]
    : ['Every session has a live process of its own.'];
};

/** The listing, from no session to ten thousand. */
export const sessions: Group = {
  name: 'sessions',
  title: 'ai-sessions',
  prepare: async (stage) => {
    const herd = await openHerd(stage, Math.max(...COUNTS));
    try {
      return {
        scenarios: COUNTS.flatMap((count) => listing(stage, count, herd.pids)),
        counts: canTrace ? children(stage) : [],
        notes: notesOn(herd),
        close: herd.close,
      };
    } catch (error) {
      await herd.close();
      throw error;
    }
  },
};
