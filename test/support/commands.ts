import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Flag } from '../../src/flags.ts';
import { PACKAGE } from './sandbox.ts';

/** A command as the help has it. */
export interface ListedCommand {
  readonly name: string;
  readonly summary: string;
  /** What starts it, e.g. `ai-sessions`. */
  readonly program: string;
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** With `--help`, as its help lists them. */
  readonly flags: readonly Flag[];
}

/** All that the program says about itself, read from its source. */
export interface Reference {
  readonly commands: readonly ListedCommand[];
  readonly topics: readonly { readonly name: string; readonly title: string }[];
  readonly selectionFlags: readonly Flag[];
}

/** The list of commands and topics; in a process of its own, as jest cannot load the ES modules in it. */
export const reference = (): Reference =>
  JSON.parse(
    execFileSync(process.execPath, [join(PACKAGE, 'scripts/reference.mjs'), '--json'], { encoding: 'utf8' }),
  );
