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
}

/** Parsed flags by their first name, the words in between, and what followed `--`. */
export interface Arguments {
  readonly switches: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly words: readonly string[];
  readonly rest: readonly string[];
}
