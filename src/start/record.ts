import type { Plan } from '../plan/plan.ts';
import { segmentLines } from '../prompt/lines.ts';
import type { SessionKind } from '../sessions/session.ts';
import { format } from '../sessions/session-file.ts';
import type { World } from '../world.ts';

/** Bytes of one value: all lines together stay below one page, so that a shell that can writes the file at once. */
const LONGEST_VALUE = 400;

const cut = (value: string | undefined): string | undefined => {
  if (value === undefined || Buffer.byteLength(value) <= LONGEST_VALUE) return value;
  return Buffer.from(value)
    .subarray(0, LONGEST_VALUE)
    .toString('utf8')
    .replace(/\uFFFD+$/, '');
};

/** Keys that only the shell knows, and writes itself. */
const FROM_SHELL = ['id=', 'pid=', 'start_time='];

/**
 * The lines of a session file that are known before its process is: everything but id, pid and start_time.
 * @param time - start of the session, seconds since the epoch
 */
export const recordOf = (
  world: World,
  plan: Plan,
  kind: SessionKind,
  shell: string,
  time: number,
): string[] => {
  const text = format({
    id: '',
    pid: 0,
    startTime: undefined,
    tool: plan.tool,
    provider: plan.provider,
    providerName: cut(plan.providerTitle),
    auth: cut(plan.auth),
    payer: plan.payer,
    model: cut(plan.model),
    smallModel: cut(plan.smallModel),
    region: cut(plan.region),
    project: cut(plan.project),
    teams: plan.team,
    startedAt: time,
    kind: undefined,
    shell,
    cwd: cut(world.cwd()),
    tty: world.tty(),
    cleanup: (plan.hooks.cleanup ?? []).length > 0,
  });
  const lines = text
    .split('\n')
    .filter((line) => line !== '' && !FROM_SHELL.some((key) => line.startsWith(key)));
  // The kind says that the file is whole.
  return [...lines, ...segmentLines(plan.segment), `kind=${kind}`];
};
