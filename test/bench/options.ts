import { parseArgs } from 'node:util';
import { ALL, readSelection, type Selection } from './select.ts';

export const HELP = `\
Usage: npm run bench -- [OPTION…]

Measures AI Runner and its peers against \`node -e 0\`, in shuffled rounds.

  --rounds N      rounds of whole processes (default 50)
  --only PART     only a group, e.g. env, or GROUP/SCENARIO, e.g.
                  sessions/first-row; both are regular expressions
  --check         exit with status 1 when a goal is missed, and name it
  --cpu           check CPU time where it was measured, which neighbours on
                  a busy machine disturb less
  --json FILE     write every sample, for other programs
  --write         write test/bench/RESULTS.md and the plots beside it
  --nodes         on every Node.js of test/nodes instead of the installed one
  -h, --help      this text

AIRUN_DIR=FOLDER compares with a clone of airun. A quiet machine gives the
best figures; docs/performance.md says how to read them.
`;

/** What the command line asks for. */
export interface Options {
  readonly rounds: number;
  readonly only: Selection;
  /** Whether everything is measured. */
  readonly complete: boolean;
  readonly check: boolean;
  readonly cpu: boolean;
  readonly json: string | undefined;
  readonly write: boolean;
  readonly nodes: boolean;
  readonly help: boolean;
}

/** A wrong command line; the message is for people. */
export class WrongOptions extends Error {}

const DEFAULT_ROUNDS = 50;

const FLAGS = {
  rounds: { type: 'string' },
  only: { type: 'string' },
  check: { type: 'boolean', default: false },
  cpu: { type: 'boolean', default: false },
  json: { type: 'string' },
  write: { type: 'boolean', default: false },
  nodes: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parsed = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options: FLAGS }).values;
  } catch (cause) {
    throw new WrongOptions((cause as Error).message, { cause });
  }
};

const roundsOf = (text: string | undefined): number => {
  if (text === undefined) return DEFAULT_ROUNDS;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new WrongOptions(`--rounds takes a whole number, not "${text}"`);
  return Number(text);
};

const selectionOf = (text: string | undefined): Selection => {
  if (text === undefined) return ALL;
  try {
    return readSelection(text);
  } catch (cause) {
    throw new WrongOptions(`--only takes regular expressions, not "${text}"`, { cause });
  }
};

/** @throws WrongOptions */
export const readOptions = (argv: readonly string[]): Options => {
  const { rounds, only, json, ...switches } = parsed(argv);
  if (switches.write && only !== undefined)
    throw new WrongOptions('--write takes no --only: the results would be incomplete');
  return {
    ...switches,
    rounds: roundsOf(rounds),
    only: selectionOf(only),
    complete: only === undefined,
    json,
  };
};
