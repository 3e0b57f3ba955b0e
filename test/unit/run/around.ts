import './parser.ts';

import { locate, type Surroundings } from '../../../src/run/arg-locate.ts';
import { type SplitRun, split, type VariableFlag } from '../../../src/run/split.ts';
import { flagsInHelp, type KnownFlags } from '../../../src/tools/known-flags.ts';
import { PROGRAMS } from '../../../src/tools/programs.ts';
import { CLAUDE_HELP, CODEX_EXEC_HELP, CODEX_HELP } from '../tools/help-text.ts';

const CLAUDE: KnownFlags = {
  flags: new Map([...flagsInHelp(CLAUDE_HELP), ...Object.entries(PROGRAMS.cc.unlisted)]),
};
const CODEX: KnownFlags = { flags: new Map([...flagsInHelp(CODEX_HELP), ...flagsInHelp(CODEX_EXEC_HELP)]) };

/** A machine with both tools and the named files in the working directory. */
export const around = (files: readonly string[] = [], known?: KnownFlags): Surroundings => ({
  toolFlags: (asked) => known ?? (asked.tool === 'codex' ? CODEX : CLAUDE),
  isFile: (path) => files.includes(path),
});

/** A name with `?` is a switch. */
export const variables = (names: string): VariableFlag[] =>
  names
    .split(' ')
    .filter(Boolean)
    .map((name) => ({ name: name.replace('?', ''), isBoolean: name.endsWith('?') }));

export interface Case {
  readonly files?: readonly string[];
  /** The script's variables. */
  readonly script?: string;
  readonly surroundings?: Surroundings;
}

/** Both steps of splitting, as a run takes them. */
export const splitWords = async (
  words: readonly string[],
  { files, script = '', surroundings = around(files) }: Case = {},
): Promise<SplitRun> => split(await locate(words, surroundings), variables(script), surroundings);
