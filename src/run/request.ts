import type { Selection } from '../plan/selection.ts';

/** Permission shortcuts; each tool has its own words for them. */
export const PERMISSIONS = ['skip', 'bypass', 'auto'] as const;
/** One of {@link PERMISSIONS}. */
export type Permission = (typeof PERMISSIONS)[number];

/** Where stdin stands: before or behind the text of the prompt file. */
export const STDIN_POSITIONS = ['prepend', 'append'] as const;
/** One of {@link STDIN_POSITIONS}. */
export type StdinPosition = (typeof STDIN_POSITIONS)[number];

/** One run as it was asked for, before anything is read or decided. */
export interface RunRequest {
  readonly selection: Selection;
  /** The prompt file, as typed; `undefined` for an interactive run or a piped prompt. */
  readonly file: string | undefined;
  /** Values for the script's variables, by name with `-` for `_`. */
  readonly variables: ReadonlyMap<string, string>;
  /** What the tool itself understands, in the order it was typed; the words after `--` come last, untouched. */
  readonly toolArgs: readonly string[];
  readonly permission: Permission | undefined;
  readonly teammateMode: string | undefined;
  readonly live: boolean;
  readonly quiet: boolean;
  readonly stdinPosition: StdinPosition | undefined;
  /** Providers to go on with, in order, when the first cannot answer; `undefined` when it was not said. */
  readonly fallback: readonly string[] | undefined;
  readonly setDefault: boolean;
  readonly clearDefault: boolean;
  /** Show what would run instead of running it. */
  readonly dryRun: boolean;
  /** Show the script's own variables instead of running it. */
  readonly help: boolean;
}

/** How the tool runs: on the terminal, with one prompt, or with one prompt and its events translated by us. */
export type RunMode = 'interactive' | 'print' | 'live';

/** What a tool needs to know to build its command line. */
export interface ToolCall {
  readonly mode: RunMode;
  readonly toolArgs: readonly string[];
  /** Arguments that the provider needs, e.g. Codex's `-c model_provider=…`; never a secret. */
  readonly providerArgs: readonly string[];
  readonly permission: Permission | undefined;
  readonly teammateMode: string | undefined;
  readonly effort: string | undefined;
  readonly model: string | undefined;
  /** Path of a 0600 settings file that closes what a client's own settings files could redirect. */
  readonly settingsFile: string | undefined;
}

/** A tool's command line, without the program itself; the prompt always comes on stdin. */
export interface ToolCommand {
  readonly argv: readonly string[];
  readonly warnings: readonly string[];
}
