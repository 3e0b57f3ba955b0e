import { UsageError } from '../errors.ts';
import type { ToolId } from '../plan/selection.ts';
import { claudeCode, MODEL_TUNING } from './claude-code.ts';
import type { Tool } from './tool.ts';

/** The tools whose environment we know. */
export const TOOLS: readonly Tool[] = [claudeCode];

/** Managed names that the configuration's `env` may set all the same: they tune the tool to a model. */
export const TUNING: Readonly<Record<ToolId, readonly string[]>> = { cc: MODEL_TUNING, codex: [] };

/** @throws UsageError for a tool that cannot be started from a shell's environment alone */
export const findTool = (id: ToolId): Tool => {
  const tool = TOOLS.find((known) => known.id === id);
  if (tool) return tool;
  throw new UsageError(
    'Codex takes its provider as arguments: `ai env` does not support Codex yet',
    'Use --cc.',
  );
};
