import { runnerHome, sessionsFolder } from '../sessions/paths.ts';
import type { World } from '../world.ts';

const PRIVATE = 0o077;

/** Why a folder cannot be ours: its mode or owner would let somebody else read or change what is in it. */
const objection = (world: World, path: string): string | undefined => {
  const stats = world.files.lstat(path);
  if (!stats.isDirectory()) return 'is not a folder';
  if (world.uid >= 0 && stats.uid !== world.uid) return `belongs to another user (uid ${stats.uid})`;
  if ((stats.mode & PRIVATE) !== 0) return 'is open to other users: chmod 700 it';
  return world.files.writable(path) ? undefined : 'is not writable';
};

const reason = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/**
 * Makes the folder of the session files (0700) and says where it is. A session does without: then `path` is empty
 * and `warning` says why it will not be listed.
 */
export const prepareFolder = (world: World): { readonly path: string; readonly warning?: string } => {
  const unlisted = (why: string) => ({
    path: '',
    warning: `${why}; the session starts, but ai-sessions will not list it`,
  });
  if (!world.env.AI_RUNNER_HOME && !world.home) return unlisted('there is no home folder');
  const path = sessionsFolder(world);
  try {
    world.files.makeFolder(path);
    const problem = objection(world, path);
    return problem === undefined ? { path } : unlisted(`${path} ${problem}`);
  } catch (error) {
    return unlisted(`${path} cannot be made (${reason(error)})`);
  }
};

/** Where temporary files go: the program's own folder, else the system's. */
export const temporaryPlace = (world: World): string => {
  const place = `${runnerHome(world)}/tmp`;
  try {
    world.files.makeFolder(place);
    if (objection(world, place) === undefined) return place;
  } catch {}
  return world.env.TMPDIR || '/tmp';
};
