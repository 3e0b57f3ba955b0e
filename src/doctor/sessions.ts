import { openToOthers } from '../config/safe-file.ts';
import { isUserError } from '../errors.ts';
import { sessionsFolder } from '../sessions/paths.ts';
import { list } from '../sessions/registry.ts';
import { cleanUpAfter } from '../start/cleanup.ts';
import { standingOf } from '../status/session.ts';
import { pasted, tilde } from '../text/shell.ts';
import type { World } from '../world.ts';
import { type Finding, findings } from './finding.ts';

const { problem, note, ok } = findings('sessions');

const folderIsOpen = (world: World, path: string): boolean => {
  try {
    return openToOthers(world.files.lstat(path));
  } catch {
    return false;
  }
};

const leftBehind = (count: number): string =>
  count === 1
    ? '1 ended session had left its file; it is removed'
    : `${count} ended sessions had left their files; they are removed`;

/** Reading removes what dead sessions left, as `ai-sessions` does. */
const look = async (world: World): Promise<Finding[]> => {
  const path = sessionsFolder(world);
  const { sessions, warnings, dead } = list(world);
  await cleanUpAfter(world, dead);
  const id = world.env.AI_SESSION_ID;
  const lost = id !== undefined && id !== '' && standingOf(world, id, sessions) === 'ended';
  return [
    ...warnings.map((text) => problem(text, `Look at ${tilde(world, path)}.`)),
    ...(dead.length > 0 ? [note(leftBehind(dead.length))] : []),
    ...(lost
      ? [problem('the session of this shell has ended elsewhere', 'Type ai_off, or start a new terminal.')]
      : []),
    ...(folderIsOpen(world, path)
      ? [problem(`${tilde(world, path)} is open to other users`, `Run: chmod 700 ${pasted(world, path)}`)]
      : []),
  ];
};

/** Whether the registry of sessions is in order. */
export const sessions = async (world: World): Promise<Finding[]> => {
  try {
    const found = await look(world);
    return found.length === 0 ? [ok('the session files are in order')] : found;
  } catch (error) {
    if (!isUserError(error)) throw error;
    return [problem(error.message, error.hint ?? '')];
  }
};
