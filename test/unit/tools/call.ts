import type { ToolCall } from '../../../src/run/request.ts';

/** A call in which nothing is asked for but what a test names. */
export const call = (parts: Partial<ToolCall> = {}): ToolCall => ({
  mode: 'interactive',
  toolArgs: [],
  providerArgs: [],
  permission: undefined,
  teammateMode: undefined,
  effort: undefined,
  model: undefined,
  settingsFile: undefined,
  ...parts,
});
