import type { Plan } from '../plan/plan.ts';
import { quotePosix } from '../shells/quote.ts';
import { planAsText } from '../start/describe.ts';
import { escapeText } from '../text/escape.ts';
import type { World } from '../world.ts';
import { type CommandLine, commandLine } from './command-line.ts';
import type { RunMode, RunRequest } from './request.ts';

/** A run that is only shown. */
export interface ShownRun {
  readonly plan: Plan;
  /** The providers to go on with when the first one fails. */
  readonly others: readonly string[];
  readonly request: RunRequest;
  readonly mode: RunMode;
  readonly prompt: Buffer | undefined;
}

/** The words as they could be typed; a file that a run would make for a moment is only named. */
const typed = ({ argv, temporaries }: CommandLine): string =>
  argv.map((word) => (temporaries.includes(word) ? 'FILE' : escapeText(quotePosix(word)))).join(' ');

const promptLines = (prompt: Buffer): string[] => [
  `Prompt, on stdin (${prompt.length} bytes):`,
  ...prompt
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => `  ${escapeText(line)}`),
];

/**
 * Shows the session of a run, its command line and its prompt, and starts nothing.
 * @returns the warnings that the command line gave rise to
 * @throws UserError when the tool is not installed (status 127)
 */
export const showRun = async (world: World, run: ShownRun): Promise<readonly string[]> => {
  const { plan, others, request, prompt } = run;
  // Whoever has to see whether the provider answers follows the tool's events.
  const mode = others.length > 0 && prompt !== undefined ? 'live' : run.mode;
  const command = await commandLine(world, plan, request, mode);
  for (const path of command.temporaries) world.files.remove(path);
  const lines = [
    `Command: ${typed(command)}`,
    ...(others.length > 0 ? [`Goes on with: ${others.join(', ')}`] : []),
    ...(prompt === undefined ? [] : promptLines(prompt)),
  ];
  world.out(`${planAsText(plan, world.env)}${lines.join('\n')}\n`);
  return command.warnings;
};
