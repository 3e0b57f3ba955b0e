/**
 * How many of the words behind a flag belong to it: exactly one, one or more, at most one. `text` is at most one that is
 * never the name of our prompt file: the prompt of `claude -p`.
 */
export const ARITIES = ['none', 'one', 'many', 'optional', 'text'] as const;
/** One of {@link ARITIES}. */
export type Arity = (typeof ARITIES)[number];

/** A tool's flags, dashes included, e.g. `--allowed-tools` → `many`. */
export type ToolFlags = ReadonlyMap<string, Arity>;

/** What is known of the flags of the tool on this machine. */
export interface KnownFlags {
  readonly flags: ToolFlags;
  /** Why nothing is known, e.g. `claude is not on PATH`. */
  readonly problem?: string;
}

/** `-c, --continue   …` and `--resume [value]   …` of commander; `-i, --image <FILE>...` alone on a line of clap. */
const OPTION =
  /^(?: {2}| {6}(?=--))(?<names>-{1,2}[\w-]+(?:, -{1,2}[\w-]+)*)(?: (?<value>[<[][^>\]]+[>\]](?:\.\.\.)?))?(?: {2}|$)/;

const arityOf = (value: string | undefined): Arity => {
  if (value === undefined) return 'none';
  if (value.includes('...')) return 'many';
  return value.startsWith('[') ? 'optional' : 'one';
};

/** The lines under the heading `Options:`, up to the next heading. */
const optionLines = (help: string): string[] => {
  const lines = help.split(/\r?\n/);
  const start = lines.indexOf('Options:') + 1;
  const length = lines.slice(start).findIndex((line) => /^\S/.test(line));
  return start === 0 ? [] : lines.slice(start, length < 0 ? undefined : start + length);
};

/**
 * Reads the flags out of a tool's `--help`, as commander (Claude Code) and clap (Codex) lay it out.
 * @returns nothing for a text of another layout
 */
export const flagsInHelp = (help: string): ToolFlags => {
  const found = optionLines(help).flatMap((line): [string, Arity][] => {
    const { names, value } = OPTION.exec(line)?.groups ?? {};
    return (names?.split(', ') ?? []).map((name) => [name, arityOf(value)]);
  });
  return new Map(found);
};
