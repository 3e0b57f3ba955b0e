import type { NameSet } from '../tools/tool.ts';

/** One value of a session: text that may be read by anybody, the caller's variable, or a line of the handover file. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'caller'; readonly name: string }
  | { readonly kind: 'handed'; readonly line: number };

/** A session as the shells render it. Everything but the shell's own pid and start time is decided. */
export interface Snippet {
  /** First part of the session id: `{tool}-{provider}`. */
  readonly stem: string;
  /** Start of the session, seconds since the epoch. */
  readonly time: number;
  /** Folder of the session files; empty when none can be written. */
  readonly folder: string;
  /** Lines of the session file besides id, pid and start_time. */
  readonly record: readonly string[];
  /** Variables to set, sorted by name. */
  readonly set: readonly (readonly [name: string, value: Piece])[];
  /** Variables to remove whatever their names' state. */
  readonly drop: readonly string[];
  /** What is removed besides, where it is set. */
  readonly managed: NameSet;
  readonly kept: readonly string[];
  /** Which of all these the caller has exported; only a shell that cannot tell by itself uses it. */
  readonly exported: readonly string[];
  /** Path of the 0600 file with one secret a line; `undefined` without secrets. */
  readonly handover: string | undefined;
  /** Programs that run when the session ends, each as argv. */
  readonly hooks: readonly (readonly string[])[];
}

/** Names of the variables that every session exports for prompts and scripts; the shell fills in the id. */
export const ID_VARIABLE = 'AI_SESSION_ID';

/** Every name the session touches for certain: what it sets and what it drops. */
export const touched = (snippet: Snippet): string[] => [
  ID_VARIABLE,
  ...snippet.set.map(([name]) => name),
  ...snippet.drop,
];

/** The caller's variables that the session's values come from. */
export const sources = (snippet: Snippet): string[] => {
  const names = snippet.set.flatMap(([, value]) => (value.kind === 'caller' ? [value.name] : []));
  return [...new Set(names)];
};

/** How many lines the handover file has. */
export const handed = (snippet: Snippet): number =>
  snippet.set.filter(([, value]) => value.kind === 'handed').length;

/** The shell files that only some sessions need: what is not there takes no time to parse. */
export const extras = (snippet: Snippet): string[] => [
  ...(sources(snippet).length === 0 ? [] : ['known']),
  ...(snippet.handover === undefined ? [] : ['handed']),
];
