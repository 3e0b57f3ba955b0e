import { absolute } from '../config/paths.ts';
import { inspect, openToOthers, unreadable } from '../config/safe-file.ts';
import { UserError } from '../errors.ts';
import { escapeText } from '../text/escape.ts';
import type { World } from '../world.ts';
import { checkedSecret, MAX_SECRET_SIZE, withoutLineEnd } from './value.ts';

const RULE = { what: 'The secret file', maxSize: MAX_SECRET_SIZE } as const;

const read = (world: World, path: string): string => {
  try {
    return world.files.read(path);
  } catch (error) {
    throw unreadable(RULE.what, path, error);
  }
};

/**
 * A secret from a file of its own, without the line end behind it. `~` is the home folder.
 * @throws UserError when it is not a regular file of the user's that nobody else can read
 */
export const secretFromFile = (world: World, name: string): string => {
  const path = absolute(world, name);
  if (openToOthers(inspect(world, path, RULE))) {
    throw new UserError(`${RULE.what} ${escapeText(path)} can be read by other users`, {
      hint: `Take that right away: chmod 600 ${escapeText(path)}`,
    });
  }
  return checkedSecret(withoutLineEnd(read(world, path)), `the file ${escapeText(path)}`);
};
