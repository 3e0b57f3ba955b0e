import { dirname, join } from 'node:path';
import type { ToolId } from '../plan/selection.ts';
import { runnerHome } from '../sessions/paths.ts';
import { ARITIES, type Arity, type ToolFlags } from '../tools/known-flags.ts';
import type { World } from '../world.ts';
import { type ProgramFile, programKey } from './program-file.ts';
import { readSmallJson } from './small-file.ts';

/** Changes when {@link ../tools/known-flags.ts} reads a help text differently. */
const FORMAT = 1;

const fileOf = (world: World, tool: ToolId): string => join(runnerHome(world), 'cache', `${tool}-flags.json`);

const keyOf = (program: ProgramFile): string => `${FORMAT} ${programKey(program)}`;

const isEntry = (entry: [string, unknown]): entry is [string, Arity] =>
  ARITIES.some((arity) => arity === entry[1]);

/** The flags that were read from this very program before; `undefined` when they were not, or the file is damaged. */
export const cachedFlags = (world: World, tool: ToolId, program: ProgramFile): ToolFlags | undefined => {
  try {
    const { key, flags } = readSmallJson(world, fileOf(world, tool)) as { key?: unknown; flags?: object };
    const entries = Object.entries(flags ?? {});
    return key === keyOf(program) && entries.length > 0 && entries.every(isEntry)
      ? new Map(entries)
      : undefined;
  } catch {
    return undefined;
  }
};

/** Keeps what was read. Where nothing can be written, the next run reads it again. */
export const cacheFlags = (world: World, tool: ToolId, program: ProgramFile, flags: ToolFlags): void => {
  try {
    const file = fileOf(world, tool);
    world.files.makeFolder(dirname(file));
    world.files.replace(
      file,
      `${JSON.stringify({ key: keyOf(program), flags: Object.fromEntries(flags) })}\n`,
    );
  } catch {}
};
