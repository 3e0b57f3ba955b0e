import type { Session } from '../sessions/session.ts';
import { ancestors } from '../start/calling-shell.ts';
import type { World } from '../world.ts';

/**
 * Whose the session is in which we run: started by this very shell; started by this very process, before `exec` put another
 * shell there; inherited from another process above us; or no longer there although the variables say so.
 */
export type Standing = 'own' | 'replaced' | 'inherited' | 'ended';

const NUL = '\0';

/**
 * Was the program of the process started inside the session? Its first environment says so, which a shell's forks share
 * (proc(5)); `undefined` where it cannot be read.
 */
const startedInside = (world: World, pid: number, id: string): boolean | undefined => {
  try {
    return world.files.read(`/proc/${pid}/environ`).split(NUL).includes(`AI_SESSION_ID=${id}`);
  } catch {
    return undefined;
  }
};

/** The file of another user's session (`sudo -E`) may be there, but not for us. */
const isForeign = (world: World, id: string): boolean => {
  try {
    return world.files.stat(`/proc/${id.split('-').at(-2)}`).uid !== world.uid;
  } catch {
    return false;
  }
};

/**
 * What the session is to the shell that called us.
 * @param sessions the live ones
 */
export const standingOf = (world: World, id: string, sessions: readonly Session[]): Standing => {
  const session = sessions.find((each) => each.id === id);
  if (session === undefined) return isForeign(world, id) ? 'inherited' : 'ended';
  if (session.kind !== undefined && session.kind !== 'shell') return 'inherited';
  const chain = [...ancestors(world)];
  const owner = chain.findIndex(({ pid }) => pid === session.pid);
  const between = chain.slice(0, Math.max(0, owner));
  if (owner < 0 || between.some(({ pid }) => startedInside(world, pid, id) ?? true)) return 'inherited';
  return startedInside(world, session.pid, id) ? 'replaced' : 'own';
};
