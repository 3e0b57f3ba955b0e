import { UserError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { escapeText } from '../text/escape.ts';
import type { Session } from './session.ts';

const missing = (id: string, sessions: readonly Session[]): UserError => {
  const guess = nearest(
    id,
    sessions.map((session) => session.id),
  );
  return new UserError(`there is no live session ${escapeText(id)}`, {
    hint: guess === undefined ? '`ai-sessions --quiet` lists the ids.' : `Did you mean ${escapeText(guess)}?`,
  });
};

/** The sessions with these ids, in their own order. @throws UserError for an id that none of them has */
export const withIds = (sessions: readonly Session[], ids: readonly string[]): readonly Session[] => {
  const unknown = ids.find((id) => !sessions.some((session) => session.id === id));
  if (unknown !== undefined) throw missing(unknown, sessions);
  return sessions.filter(({ id }) => ids.includes(id));
};
