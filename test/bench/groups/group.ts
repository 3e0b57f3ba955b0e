import type { Prepared } from '../model.ts';
import type { Stage } from '../stage.ts';

/** Scenarios that are measured in the same rounds. */
export interface Group {
  readonly name: string;
  readonly title: string;
  readonly prepare: (stage: Stage, settings: Settings) => Promise<Prepared> | Prepared;
}

/** What the caller's environment says. */
export interface Settings {
  /** A clone of airun, to compare with. */
  readonly airun: string | undefined;
  /** Whether a program is on PATH. */
  readonly has: (program: string) => boolean;
}
