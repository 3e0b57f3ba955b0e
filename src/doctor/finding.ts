import type { KnownConfig } from '../status/configuration.ts';
import type { World } from '../world.ts';

/** `problem`: something is wrong; `note`: worth knowing; `ok`: looked at and found right. */
export const LEVELS = ['problem', 'note', 'ok'] as const;
/** One of {@link LEVELS}. */
export type Level = (typeof LEVELS)[number];

/** What one check found: the thing, then the remedy. */
export interface Finding {
  /** Name of the check. */
  readonly check: string;
  readonly level: Level;
  readonly thing: string;
  readonly remedy: string | null;
}

/** One thing that is looked at. */
export type Check = (world: World, known: KnownConfig) => Promise<readonly Finding[]> | readonly Finding[];

/** The three kinds of findings of one check. */
export const findings = (check: string) => ({
  problem: (thing: string, remedy: string): Finding => ({ check, level: 'problem', thing, remedy }),
  note: (thing: string, remedy: string | null = null): Finding => ({ check, level: 'note', thing, remedy }),
  ok: (thing: string): Finding => ({ check, level: 'ok', thing, remedy: null }),
});
