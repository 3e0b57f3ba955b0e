import type { ToolId } from '../plan/selection.ts';
import { flagsInHelp, type KnownFlags, type ToolFlags } from '../tools/known-flags.ts';
import { PROGRAMS, type Program } from '../tools/programs.ts';
import type { World } from '../world.ts';
import { findProgram } from './find-program.ts';
import { cachedFlags, cacheFlags } from './help-cache.ts';
import { programFile } from './program-file.ts';

const HELP_LIMIT_MS = 10_000;

/** Help is all we want of the program: it shall look for no update meanwhile. */
const QUIET = { CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1', DISABLE_AUTOUPDATER: '1' };

const unknown = (problem: string): KnownFlags => ({ flags: new Map(), problem });

const listed = (world: World, path: string, words: readonly string[]): ToolFlags => {
  const env = { ...world.env, ...QUIET };
  const result = world.run([path, ...words], { env, timeoutMs: HELP_LIMIT_MS, stdout: 'capture' });
  return result.status === 0 ? flagsInHelp(result.stdout) : new Map();
};

/** Every page of the help, or nothing: with one missing, flags that exist would be called unknown for good. */
const readHelp = (world: World, path: string, { help }: Program): ToolFlags | undefined => {
  const pages = help.map((words) => listed(world, path, words));
  return pages.every(({ size }) => size > 0) ? new Map(pages.flatMap((page) => [...page])) : undefined;
};

/**
 * The flags that the tool on PATH knows, from its own `--help`, once per version: kept in the program's cache folder under
 * real path, time and size of the binary.
 */
export const toolHelp = (world: World, tool: ToolId): KnownFlags => {
  const program = PROGRAMS[tool];
  const path = findProgram(world, program.name);
  const file = path === undefined ? undefined : programFile(world, path);
  if (path === undefined || file === undefined) return unknown(`${program.name} is not on PATH`);
  const cached = cachedFlags(world, tool, file);
  const flags = cached ?? readHelp(world, path, program);
  if (flags === undefined) return unknown(`\`${path} --help\` lists no flags`);
  if (cached === undefined) cacheFlags(world, tool, file, flags);
  return { flags: new Map([...flags, ...Object.entries(program.unlisted)]) };
};
