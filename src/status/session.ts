import type { Session } from '../sessions/session.ts';
import { ancestors } from '../start/calling-shell.ts';
import type { World } from '../world.ts';

/**
 * Whose the session is in which we run: started by this very shell, inherited from another process above us, or no longer
 * there although the variables say so.
 */
export type Standing = 'own' | 'inherited' | 'ended';

const NUL = '\0';

/**
 * Was the process started inside the session? Its first environment says so, which a shell's forks share (proc(5)); where it
 * cannot be read, the answer is yes.
 */
const startedInside = (world: World, pid: number, id: string): boolean => {
  try {
    return world.files.read(`/proc/${pid}/environ`).split(NUL).includes(`AI_SESSION_ID=${id}`);
  } catch {
    return true;
  }
};

/**
 * What the session is to the shell that called us.
 * @param sessions the live ones
 */
export const standingOf = (world: World, id: string, sessions: readonly Session[]): Standing => {
  const session = sessions.find((each) => each.id === id);
  if (session === undefined) return 'ended';
  if (session.kind !== undefined && session.kind !== 'shell') return 'inherited';
  const chain = [...ancestors(world)];
  const owner = chain.findIndex(({ pid }) => pid === session.pid);
  const between = chain.slice(0, Math.max(0, owner));
  return owner >= 0 && !between.some(({ pid }) => startedInside(world, pid, id)) ? 'own' : 'inherited';
};
