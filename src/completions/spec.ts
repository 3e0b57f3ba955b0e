import type { Action, Completes, Flag } from '../flags.ts';
import { spelled } from '../text/spelled.ts';

/** As much of a command as its completion needs. */
export interface Completable {
  readonly name: string;
  readonly summary: string;
  readonly hidden?: boolean;
  readonly flags: readonly Flag[];
  readonly actions?: readonly Action[];
  readonly completes?: Completes;
}

/** A value that is known beforehand, with what it stands for. */
export type Known = readonly [value: string, summary: string];

/** One flag as the shells see it. */
export interface Row {
  /** Its spellings, the one to offer first: `--ollama`, `--ol`. */
  readonly names: readonly string[];
  /** Empty for a switch; else the kind of its value, or `words` and the values themselves. */
  readonly takes: string;
  /** Spellings of the flags that it contradicts. */
  readonly gone: readonly string[];
  readonly group: string;
  readonly summary: string;
}

/** One command as the shells see it. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  readonly rows: readonly Row[];
  readonly actions: readonly Action[];
  /** Kind of its words beside the flags; empty for none. */
  readonly completes: string;
}

/** The shell's own files around the data: what reads the line and offers, then what registers it. */
export interface ShellFiles {
  readonly engine: string;
  readonly register: string;
}

/** Everything that a completion text says about our commands. */
export interface Spec {
  readonly commands: readonly CommandSpec[];
  /** Values by the kind of what they complete. */
  readonly known: Readonly<Partial<Record<Completes, readonly Known[]>>>;
}

const HELP: Flag = { names: ['help', 'h'], summary: 'Show help' };

const spellings = (flag: Flag): readonly string[] => flag.names.map(spelled);

const contradicts = (one: Flag, other: Flag): boolean =>
  one !== other &&
  ((one.chooses !== undefined && one.chooses === other.chooses) ||
    one.excludes?.includes(other.names[0] ?? '') === true ||
    other.excludes?.includes(one.names[0] ?? '') === true);

const takes = ({ value, choices, completes }: Flag): string => {
  if (value === undefined) return '';
  return choices ? ['words', ...choices].join(' ') : (completes ?? 'any');
};

const rowOf = (flag: Flag, flags: readonly Flag[]): Row => ({
  names: spellings(flag),
  takes: takes(flag),
  gone: flags.filter((other) => contradicts(flag, other)).flatMap(spellings),
  group: flag.group ?? 'Flags',
  summary: flag.summary,
});

const specOfCommand = ({ name, summary, flags, actions = [], completes }: Completable): CommandSpec => ({
  name,
  summary,
  rows: flags.map((flag) => rowOf(flag, flags)),
  actions,
  completes: completes ?? '',
});

const withHelp = (command: Completable): Completable => {
  const hasHelp = command.flags.some(({ names }) => names.includes('help'));
  return hasHelp ? command : { ...command, flags: [...command.flags, HELP] };
};

/** The completion of a list of commands. @param known values of each kind that need no look at the machine */
export const specOf = (commands: readonly Completable[], known: Spec['known']): Spec => {
  const shown = commands.filter(({ hidden }) => !hidden);
  return { commands: shown.map(withHelp).map(specOfCommand), known };
};
