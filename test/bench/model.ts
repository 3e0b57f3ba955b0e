/** One start of a program, or what one iteration inside a shell took. */
export interface Sample {
  /** Microseconds. */
  readonly wallUs: number;
  /** Microseconds of the process and of the children it waited for, user and system. */
  readonly cpuUs?: number;
  /** Peak resident set, MiB. */
  readonly rssMiB?: number;
}

/** Samples by the id of what was measured, then by round; a round in which it was not measured has none. */
export type Samples = Readonly<Record<string, readonly Sample[]>>;

/** A point of a growth curve. */
export interface Point {
  readonly curve: string;
  readonly x: number;
}

/** Something that is started once a round. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /**
   * `whole`: from the start to the end of the process. `first-row`: until stdout has shown `row`. `in-shell`: the program
   * measures itself and writes `name microseconds iterations` to stderr.
   */
  readonly mode?: 'whole' | 'first-row' | 'in-shell';
  readonly row?: string;
  /** Of an `in-shell` scenario: the names in its output and the ids and titles they are reported under. */
  readonly yields?: Readonly<Record<string, { readonly id: string; readonly title: string }>>;
  /** Brings about the state to start from; not measured. */
  readonly before?: () => void;
  /** For what takes long: the number of rounds it takes part in. */
  readonly maxRounds?: number;
  readonly point?: Point;
}

/** A number that needs no clock, e.g. of child processes. */
export interface Count {
  readonly id: string;
  readonly title: string;
  readonly value: number;
}

/** What a group has ready to be measured; `close` ends what it started. */
export interface Prepared {
  readonly scenarios: readonly Scenario[];
  readonly counts?: readonly Count[];
  /** Sentences about what could not be measured. */
  readonly skipped?: readonly string[];
  /** Sentences that the figures need to be understood. */
  readonly notes?: readonly string[];
  readonly close?: () => Promise<void>;
}

/** What was measured together, in the same rounds, with `node -e 0` among it under the id {@link BASE}. */
export interface Measured {
  readonly name: string;
  readonly title: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly points: Readonly<Record<string, Point>>;
  readonly samples: Samples;
  readonly counts: readonly Count[];
  readonly skipped: readonly string[];
  readonly notes: readonly string[];
}

export const BASE = 'node';

/** A run of the benchmark on one Node.js. */
export interface Run {
  /** e.g. `v20.20.2`. */
  readonly node: string;
  readonly groups: readonly Measured[];
}

/** What `--json` writes. */
export interface Report {
  /** ISO 8601. */
  readonly date: string;
  readonly machine: Readonly<Record<string, string>>;
  readonly rounds: number;
  readonly runs: readonly Run[];
}
