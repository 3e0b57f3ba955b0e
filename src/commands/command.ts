import type { Arguments, Flag } from '../flags.ts';
import type { World } from '../world.ts';

/** One command: its words for help and completion, and its work. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** The words beside the flags, e.g. `path|show|validate [FILE]`. */
  readonly operands?: string;
  /** Command lines for the help, each with what it does. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  readonly flags: readonly Flag[];
  run(world: World, args: Arguments): Promise<number> | number;
  /** What stdout carries when the command failed and a shell evaluates its output. */
  failed?(world: World, argv: readonly string[], status: number): string;
}
