import type { ToolId } from '../plan/selection.ts';
import { PROGRAMS } from '../tools/programs.ts';
import type { World } from '../world.ts';
import { findProgram } from './find-program.ts';
import { keepLearned, learned } from './program-cache.ts';
import { type ProgramFile, programFile, programKey } from './program-file.ts';

const LIMIT_MS = 5000;

/** It shall say its version and no more. */
const QUIET = { CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1', DISABLE_AUTOUPDATER: '1' };

/** A tool of that name may be a script that asks us in turn. */
const ASKING = 'AI_RUNNER_ASKING';

/** A tool on this machine; `version` is `null` when it does not say. */
export interface InstalledTool {
  readonly path: string;
  readonly version: string | null;
}

const nameOf = (tool: ToolId): string => `${tool}-version`;

const cached = (world: World, tool: ToolId, file: ProgramFile): string | undefined => {
  const version = learned(world, nameOf(tool), programKey(file))?.version;
  return typeof version === 'string' ? version : undefined;
};

const ask = (world: World, path: string): string | undefined => {
  if (world.env[ASKING]) return undefined;
  const env = { ...world.env, ...QUIET, [ASKING]: '1' };
  const { status, stdout } = world.run([path, '--version'], { env, timeoutMs: LIMIT_MS, stdout: 'capture' });
  return status === 0 ? /\d+\.\d+(?:\.\d+)?[\w.+-]*/.exec(stdout)?.[0] : undefined;
};

/** The tool on PATH with its version, which is asked for once; `undefined` when it is not there. */
export const installedTool = (world: World, tool: ToolId): InstalledTool | undefined => {
  const path = findProgram(world, PROGRAMS[tool].name);
  const file = path === undefined ? undefined : programFile(world, path);
  if (path === undefined || file === undefined) return undefined;
  const known = cached(world, tool, file);
  const version = known ?? ask(world, path);
  if (known === undefined && version !== undefined)
    keepLearned(world, nameOf(tool), { key: programKey(file), version });
  return { path, version: version ?? null };
};
