import type { Action, Arguments, Completes, Flag } from '../flags.ts';
import type { World } from '../world.ts';

/** One command: its words for help and completion, and its work. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Paragraphs for the help, below the summary. */
  readonly details?: readonly string[];
  /** What starts it where that is not `ai NAME`, e.g. `ai-sessions`. */
  readonly program?: string;
  /** Its section in the list of commands; `Setup` where nothing is said. */
  readonly group?: 'Sessions' | 'Runs' | 'Setup';
  /** The words beside the flags, e.g. `path|show|validate [FILE]`. */
  readonly operands?: string;
  /** What the first word beside the flags can be, for the completion. */
  readonly actions?: readonly Action[];
  /** What a word beside the flags completes to where there are no actions. */
  readonly completes?: Completes;
  /** Command lines for the help, each with what it does. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** Left out of the help and the completion. */
  readonly hidden?: boolean;
  readonly flags: readonly Flag[];
  run(world: World, args: Arguments): Promise<number> | number;
  /** Takes the words as they were typed instead: a run tells its own flags from the tool's and the script's. */
  words?(world: World, words: readonly string[]): Promise<number>;
  /** What stdout carries when the command failed and a shell evaluates its output. */
  failed?(world: World, argv: readonly string[], status: number): string;
}
