import type { ToolId } from '../plan/selection.ts';
import type { ToolCall, ToolCommand } from '../run/request.ts';
import { claudeArgs } from './claude-args.ts';
import { claudeCode, MODEL_TUNING } from './claude-code.ts';
import { codex } from './codex.ts';
import { codexArgs } from './codex-args.ts';
import type { Tool } from './tool.ts';

const BY_ID: Readonly<Record<ToolId, Tool>> = { cc: claudeCode, codex };

/** The tools that we start. */
export const TOOLS: readonly Tool[] = Object.values(BY_ID);

/** Managed names that the configuration's `env` may set all the same: they tune the tool to a model. */
export const TUNING: Readonly<Record<ToolId, readonly string[]>> = { cc: MODEL_TUNING, codex: [] };

/** The tool of that id. */
export const findTool = (id: ToolId): Tool => BY_ID[id];

const COMMANDS: Readonly<Record<ToolId, (call: ToolCall) => ToolCommand>> = {
  cc: claudeArgs,
  codex: codexArgs,
};

/**
 * The tool's command line, without the program itself.
 * @throws UsageError when the call contradicts what the user gave the tool
 */
export const toolCommand = (id: ToolId, call: ToolCall): ToolCommand => COMMANDS[id](call);
