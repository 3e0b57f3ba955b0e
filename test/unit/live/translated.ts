import { Writable } from 'node:stream';
import { openAnswer } from '../../../src/live/answer.ts';
import { claudeTranslator } from '../../../src/live/claude.ts';
import type { LiveEvent, Translator } from '../../../src/live/event.ts';
import { written } from './claude-lines.ts';

type Version = Parameters<typeof written>[0];
/** Lines of a client's stream, before they are filled in for a version. */
export type Lines = Parameters<typeof written>[1];

/** All events of a stream, its end included. */
export const translated = (translator: Translator, lines: readonly string[]): readonly LiveEvent[] => [
  ...lines.flatMap((line) => translator.line(line)),
  ...translator.end(),
];

/** All events of what this version of Claude Code would write. */
export const readClaude =
  (version: Version) =>
  (lines: Lines): readonly LiveEvent[] =>
    translated(claudeTranslator(), written(version, lines));

/** What stdout gets of the text among the events. */
export const printed = async (events: readonly LiveEvent[]): Promise<string> => {
  let text = '';
  const stdout = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      text += chunk;
      done();
    },
  });
  const answer = openAnswer(stdout);
  for (const event of events) if (event.kind === 'text') await answer.text(event);
  await answer.endLine();
  return text;
};

/** The events of the given kinds. */
export const only = (events: readonly LiveEvent[], ...kinds: readonly LiveEvent['kind'][]) =>
  events.filter(({ kind }) => kinds.includes(kind));
