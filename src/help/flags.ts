import type { Flag } from '../flags.ts';

const summaryOf = ({ summary, choices }: Flag): string =>
  choices === undefined ? summary : `${summary} (${choices.join(', ')})`;

/** What every command has. */
const HELP: Flag = { names: ['help', 'h'], summary: 'Show this help' };

/** The flags of a command as its help lists them. */
export const listed = (flags: readonly Flag[]): readonly Flag[] =>
  flags.some(({ names }) => names.includes('help')) ? flags : [...flags, HELP];

/**
 * A flag for yargs, which only lays it out: the name of the value stands where it is typed, and without a type there is no
 * note about it. yargs has a meaning of its own for `help` and `version`: the blank keeps it from knowing them.
 */
export const optionOf = (flag: Flag) => {
  const [name = '', ...alias] = flag.names;
  const isTaken = name === 'help' || name === 'version';
  const key = flag.value === undefined ? name + (isTaken ? ' ' : '') : `${name} ${flag.value}`;
  return [key, { alias, describe: summaryOf(flag), group: `${flag.group ?? 'Flags'}:` }] as const;
};
