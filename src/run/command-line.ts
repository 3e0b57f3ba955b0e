import { UserError } from '../errors.ts';
import { settingsGaps } from '../facts/claude-settings.ts';
import { findProgram } from '../facts/find-program.ts';
import type { Plan } from '../plan/plan.ts';
import { temporaryPlace } from '../start/folder.ts';
import { toolCommand } from '../tools/index.ts';
import { PROGRAMS } from '../tools/programs.ts';
import type { World } from '../world.ts';
import type { RunMode, RunRequest } from './request.ts';
import { closingSettings, reachesThrough } from './settings-file.ts';

/** The tool with all its arguments, and the files it needs for a moment. */
export interface CommandLine {
  readonly argv: readonly string[];
  readonly temporaries: readonly string[];
  readonly warnings: readonly string[];
}

const INSTALL: Readonly<Record<Plan['tool'], string>> = {
  cc: 'npm install -g @anthropic-ai/claude-code',
  codex: 'npm install -g @openai/codex',
};

/** Exit status of a shell for a command that is not there. */
const NOT_FOUND = 127;

const programOf = (world: World, plan: Plan): string => {
  const { name } = PROGRAMS[plan.tool];
  const program = findProgram(world, name);
  if (program !== undefined) return program;
  throw new UserError(`${name} is not on PATH`, {
    hint: `Install it: ${INSTALL[plan.tool]}`,
    code: NOT_FOUND,
  });
};

/** A file that takes back what the user's own settings files would change; only Claude Code has such. */
const settingsFile = async (world: World, plan: Plan): Promise<string | undefined> => {
  if (plan.tool !== 'cc' || plan.provider === 'default') return undefined;
  const text = closingSettings(settingsGaps(world, world.env, reachesThrough(plan)), plan, world.env);
  return text === undefined ? undefined : world.files.temporary(temporaryPlace(world), 'settings-', text);
};

/**
 * The command line of a planned run.
 * @throws UserError when the tool is not installed (status 127)
 */
export const commandLine = async (
  world: World,
  plan: Plan,
  request: RunRequest,
  mode: RunMode,
): Promise<CommandLine> => {
  const program = programOf(world, plan);
  const settings = await settingsFile(world, plan);
  const native = plan.provider === 'default';
  const { argv, warnings } = toolCommand(plan.tool, {
    mode,
    toolArgs: request.toolArgs,
    providerArgs: plan.args,
    permission: request.permission,
    teammateMode: mode === 'interactive' ? request.teammateMode : undefined,
    effort: plan.effort,
    model: native ? undefined : plan.model,
    settingsFile: settings,
  });
  return {
    argv: [program, ...argv],
    temporaries: settings === undefined ? [] : [settings],
    warnings: [...warnings, ...teamWarning(plan, request, mode)],
  };
};

const teamWarning = (plan: Plan, { teammateMode }: RunRequest, mode: RunMode): string[] =>
  mode !== 'interactive' && (plan.team || teammateMode !== undefined)
    ? ['agent teams need an interactive run: --team has no effect here']
    : [];
