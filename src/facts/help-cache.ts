import type { ToolId } from '../plan/selection.ts';
import { ARITIES, type Arity, type ToolFlags } from '../tools/known-flags.ts';
import type { World } from '../world.ts';
import { keepLearned, learned } from './program-cache.ts';
import { type ProgramFile, programKey } from './program-file.ts';

/** Changes when {@link ../tools/known-flags.ts} reads a help text differently. */
const FORMAT = 1;

const nameOf = (tool: ToolId): string => `${tool}-flags`;
const keyOf = (program: ProgramFile): string => `${FORMAT} ${programKey(program)}`;

const isEntry = (entry: [string, unknown]): entry is [string, Arity] =>
  ARITIES.some((arity) => arity === entry[1]);

/** The flags that were read from this very program before; `undefined` when they were not, or the file is damaged. */
export const cachedFlags = (world: World, tool: ToolId, program: ProgramFile): ToolFlags | undefined => {
  const entries = Object.entries(learned(world, nameOf(tool), keyOf(program))?.flags ?? {});
  return entries.length > 0 && entries.every(isEntry) ? new Map(entries) : undefined;
};

/** Keeps what was read. Where nothing can be written, the next run reads it again. */
export const cacheFlags = (world: World, tool: ToolId, program: ProgramFile, flags: ToolFlags): void =>
  keepLearned(world, nameOf(tool), { key: keyOf(program), flags: Object.fromEntries(flags) });
