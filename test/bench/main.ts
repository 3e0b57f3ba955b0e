import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GOALS, judge, type Verdict } from './goals.ts';
import { machine } from './machine.ts';
import type { Measured, Report, Run } from './model.ts';
import { type Node, nodesOf } from './nodes.ts';
import { HELP, type Options, readOptions, WrongOptions } from './options.ts';
import { writeResults } from './results.ts';
import { runOn } from './run.ts';
import { groupText, missed, verdictText } from './text.ts';

/** Where the benchmark is, and what it talks to. */
export interface Surroundings {
  /** The folder of the package. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `err` is a terminal, where a line can be written over. */
  readonly terminal: boolean;
}

const teller = ({ err, terminal }: Surroundings) =>
  terminal ? (line: string) => err(`\r\x1b[K${line}`) : () => undefined;

const runAll = async (nodes: readonly Node[], options: Options, around: Surroundings): Promise<Run[]> => {
  const tell = teller(around);
  const show = (group: Measured) => {
    tell('');
    around.out(groupText(group));
  };
  const runs: Run[] = [];
  for (const node of nodes) {
    around.out(`\nNode.js ${node.version}\n`);
    runs.push(await runOn(around.root, node, options, around.env, { tell, show }));
    tell('');
  }
  return runs;
};

/** With `--only` the goals of the rest are nobody's business. */
const verdictsOf = (run: Run, { complete, cpu }: Options): Verdict[] =>
  judge(run.groups, GOALS, cpu ? 'cpuUs' : 'wallUs').filter(({ value }) => complete || value !== undefined);

const check = (runs: readonly Run[], options: Options, { out, err }: Surroundings): number => {
  const lines = runs.flatMap((run) => {
    const verdicts = verdictsOf(run, options);
    out(`\nNode.js ${run.node}${verdictText(verdicts)}`);
    return missed(verdicts).map((line) => `missed on ${run.node}: ${line}\n`);
  });
  err(lines.join(''));
  return lines.length === 0 ? 0 : 1;
};

const measureAndReport = async (options: Options, around: Surroundings): Promise<number> => {
  const before = { date: new Date().toISOString(), machine: machine(), rounds: options.rounds };
  const runs = await runAll(nodesOf(around.root, options.nodes), options, around);
  const report: Report = { ...before, runs };
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report)}\n`);
  if (options.write) await writeResults(join(around.root, 'test/bench'), report);
  return options.check ? check(runs, options, around) : 0;
};

/**
 * `npm run bench`.
 * @returns the exit status: 0, 1 when `--check` found a goal missed, 2 for a wrong command line
 */
export const main = async (argv: readonly string[], around: Surroundings): Promise<number> => {
  try {
    const options = readOptions(argv);
    if (!options.help) return await measureAndReport(options, around);
    around.out(HELP);
    return 0;
  } catch (error) {
    if (!(error instanceof WrongOptions)) throw error;
    around.err(`bench: ${error.message}\n`);
    return 2;
  }
};
