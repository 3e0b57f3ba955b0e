import { effectiveConfig } from '../config/effective.ts';
import type { LoadedConfig } from '../config/load.ts';
import { UsageError } from '../errors.ts';
import { toolFor } from '../plan/choose.ts';
import { commandLine } from '../run/command-line.ts';
import { FLAGS } from '../run/flags.ts';
import { forRuns, idleWarnings } from '../run/idle.ts';
import { launch } from '../run/launch.ts';
import { type PlannedRun, planRun, requireFallback } from '../run/plan-run.ts';
import { type PreparedRun, prepareRun } from '../run/prepare.ts';
import type { RunMode, RunRequest } from '../run/request.ts';
import { keepTrack } from '../run/temporaries.ts';
import { BUILTIN } from '../start/decide.ts';
import { headline } from '../start/describe.ts';
import { temporaryPlace } from '../start/folder.ts';
import { escapeText } from '../text/escape.ts';
import { remindOfUpdate } from '../update/due.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

const modeOf = ({ prompt, request }: PreparedRun): RunMode => {
  if (prompt === undefined) return 'interactive';
  return request.live ? 'live' : 'print';
};

const help = async (world: World, { request, script }: PreparedRun): Promise<number> => {
  if (script !== undefined && request.file !== undefined) {
    const { scriptHelp } = await import('../script/script-help.ts');
    world.out(await scriptHelp(request.file, script.variables, world.stdout.columns));
    return 0;
  }
  const { commandHelp } = await import('../help.ts');
  world.out(await commandHelp(run, world));
  return 0;
};

const keepPrompt = (world: World, prompt: Buffer | undefined): Promise<string> | undefined =>
  prompt && world.files.temporary(temporaryPlace(world), 'prompt-', prompt);

const tell = (world: World, quiet: boolean, lines: readonly string[]): void => {
  if (!quiet) for (const line of lines) world.err(`ai: ${line}\n`);
};

const show = async (
  world: World,
  { request, prompt, warnings }: PreparedRun,
  planned: PlannedRun & { readonly mode: RunMode },
  idle: readonly string[],
): Promise<number> => {
  const { showRun } = await import('../run/dry-run.ts');
  const more = await showRun(world, { ...planned, request, prompt });
  const all = [...warnings, ...planned.plan.warnings, ...idle, ...more];
  tell(
    world,
    request.quiet,
    all.map((warning) => `warning: ${warning}`),
  );
  return 0;
};

const depart = async (world: World, prepared: PreparedRun, loaded: LoadedConfig): Promise<number> => {
  const { request } = prepared;
  const mode = modeOf(prepared);
  const { plan, others } = await planRun(world, request, loaded);
  const idle = mode === 'interactive' ? idleWarnings(request) : [];
  if (request.dryRun) return show(world, prepared, { plan, others, mode }, idle);
  const prompt = await keepPrompt(world, prepared.prompt);
  const warnings = [...prepared.warnings, ...plan.warnings, ...idle].map((warning) => `warning: ${warning}`);
  if (prompt !== undefined && (mode === 'live' || others.length > 0)) {
    tell(world, request.quiet, [...warnings, headline(plan)]);
    const { departSupervised } = await import('../run/depart-supervised.ts');
    await departSupervised(world, { plan, others, request, prompt });
    return 0;
  }
  const command = await commandLine(world, plan, request, mode);
  const more = command.warnings.map((warning) => `warning: ${warning}`);
  tell(world, request.quiet, [...warnings, ...more, headline(plan)]);
  if (mode === 'interactive' && !request.quiet) await remindOfUpdate(world);
  await launch(world, { plan, mode, command, prompt, supervised: false });
  return 0;
};

/** A run that does not start leaves none of its files behind, nor one whose launcher is gone. */
const start = async (world: World, prepared: PreparedRun, loaded: LoadedConfig): Promise<number> => {
  const { keeping, made } = keepTrack(world);
  try {
    return await depart(keeping, prepared, loaded);
  } catch (error) {
    for (const path of made) world.files.remove(path);
    throw error;
  }
};

/** @throws UsageError for what nobody would do: to keep a default starts nothing */
const refuseIdle = (request: RunRequest): void => {
  const [first, ...others] = forRuns(request);
  if (first === undefined) return;
  const words = [first, ...others].join(' ');
  throw new UsageError(
    `${request.setDefault ? '--set-default' : '--clear-default'} without a prompt file starts nothing that ${escapeText(words)} could be for`,
    'Leave one of them out.',
  );
};

const perform = async (world: World, words: readonly string[]): Promise<number> => {
  const loading = effectiveConfig(world, BUILTIN);
  // A broken configuration stops a run, but not its help.
  const readable = await loading.catch(() => undefined);
  const config = readable?.config;
  const prepared = await prepareRun(world, words, (asked) =>
    config ? toolFor(asked, config) : (asked.tool ?? 'cc'),
  );
  const { request } = prepared;
  if (prepared.version) {
    world.out(`${world.version}\n`);
    return 0;
  }
  if (request.help) return help(world, prepared);
  if (request.clearDefault && (request.file !== undefined || Object.keys(request.selection).length > 0))
    throw new UsageError('--clear-default stands alone', 'Run it first, then the rest.');
  if (request.fallback) requireFallback(request, await loading);
  if (request.setDefault || request.clearDefault) {
    if (prepared.prompt === undefined) refuseIdle(request);
    const { keepDefault } = await import('../run/keep-default.ts');
    await keepDefault(world, request);
    if (request.clearDefault || prepared.prompt === undefined) return 0;
  }
  return start(world, prepared, await loading);
};

/** `ai [flags] [script.md]`: runs the tool. */
export const run: Command = {
  name: 'run',
  program: 'ai [run]',
  group: 'Runs',
  details: [
    'stdin is put before the prompt of FILE; without FILE it is the prompt. Without both the tool starts on this terminal. stdout has only the answer.',
  ],
  summary: 'Run the tool: interactively, with a prompt file, or with a piped prompt',
  operands: '[flags] [FILE] [flags of the tool]',
  completes: 'prompt-file',
  examples: [
    ['ai --aws --opus', 'Claude Code on AWS Bedrock, in this terminal'],
    ['ai --ollama script.md', 'run a prompt file with a local model'],
    ['cat data.json | ai summarize.md', 'the data, then the prompt'],
    ['ai --aws --live script.md', 'show the answer as it is written'],
    ['ai --aws --dry-run script.md', 'only show the command, the prompt and what the session changes'],
    ['ai --aws -- --resume', 'everything after -- goes to the tool'],
  ],
  flags: FLAGS,
  words: perform,
  run: () => 0,
};
