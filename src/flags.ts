/** What words complete to that are not fixed: names of things on this machine, or files. */
export type Completes =
  | 'aws-profile'
  | 'config-key'
  | 'file'
  | 'model'
  | 'profile'
  | 'prompt-file'
  | 'provider'
  | 'providers'
  | 'region'
  | 'session'
  | 'tool';

/** One flag of a command, as the parser, the help and the completion see it. */
export interface Flag {
  /** The word after `--`; the first is the name, the others are aliases. One letter means `-x`. */
  readonly names: readonly string[];
  readonly summary: string;
  /** Name of the value in the help, e.g. `ID`; a flag without it is a switch. */
  readonly value?: string;
  /** What the flag says without its value; where this is absent the value may not be left out. */
  readonly alone?: string;
  /** The only values that are accepted. */
  readonly choices?: readonly string[];
  readonly group?: string;
  /** What the value completes to where `choices` do not say it; `providers` is a list separated by commas. */
  readonly completes?: Completes;
  /** First names of flags that contradict this one; said on one side, it holds for both. */
  readonly excludes?: readonly string[];
  /** Flags with the same word choose one thing, e.g. the provider: the completion offers no second one. */
  readonly chooses?: string;
}

/** A word that says what a command does, e.g. `validate` behind `ai config`. */
export interface Action {
  readonly name: string;
  readonly summary: string;
  /** What the word behind it completes to. */
  readonly completes?: Completes;
}

/** Parsed flags by their first name, the words in between, and what followed `--`. */
export interface Arguments {
  readonly switches: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly words: readonly string[];
  readonly rest: readonly string[];
}
