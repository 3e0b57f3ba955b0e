import { assignments, borrowed, hookText, takeover, words } from './posix.ts';
import { quotePosix } from './quote.ts';
import type { Snippet } from './snippet.ts';

/** A run as the launcher carries it out: the environment of a session, and the tool that the launcher becomes. */
export interface Launch {
  /** The session; without values to set or drop the environment stays as it is. */
  readonly snippet: Snippet;
  /** Path for what the two halves of the reaper share, a lock or a pipe; empty where none can be made. */
  readonly pipe: string;
  /** The file that becomes the tool's stdin; empty leaves it as it is. */
  readonly prompt: string;
  /** Files to remove when the tool has ended. */
  readonly temporaries: readonly string[];
  /** Our own Node.js stays: it goes without what the launcher hides from it. */
  readonly isOurs: boolean;
  /** The tool and its arguments. */
  readonly argv: readonly string[];
}

/** Node.js knows the launcher's environment exactly: what is exported there is all there is. */
const environment = (snippet: Snippet): string[] => {
  const locals = borrowed(snippet);
  const names = [...new Set([...snippet.drop, ...snippet.exported])];
  const set = assignments(snippet);
  return [
    ...locals,
    ...takeover(snippet, ''),
    ...(names.length === 0 ? [] : [`unset -v ${names.join(' ')}`]),
    ...(set.length === 0 ? [] : [`export ${set.join(' \\\n  ')}`]),
    ...(locals.length === 0 ? [] : [`unset -v ${locals.map((word) => word.replace(/=.*/s, '')).join(' ')}`]),
  ];
};

/** The plan of a run as text for the launcher. Nothing in it is a secret. */
export const launchText = ({ snippet, pipe, prompt, temporaries, isOurs, argv }: Launch): string => {
  const { folder, stem, time, record } = snippet;
  const session = [folder, stem, String(time), record.join('\n'), pipe, hookText(snippet), ...temporaries];
  return [
    ...environment(snippet),
    `ai_session ${words(session)}`,
    ...(isOurs ? ['ai_hide'] : []),
    `ai_become ${quotePosix(prompt)} ${words(argv)}`,
  ].join('\n');
};
