import { text } from '../plan/env-patch.ts';
import type { Plan } from '../plan/plan.ts';
import type { Selection } from '../plan/selection.ts';
import { findTool } from '../tools/index.ts';

/** Aliases of the client itself (code.claude.com, "Model configuration"). */
const modelArgs = ({ tool = 'cc', tier, model }: Selection): string[] => {
  const name = model ?? (tool === 'cc' ? tier : undefined);
  if (name === undefined) return [];
  return tool === 'cc' ? ['--model', name] : ['-m', name];
};

/** Without a provider the tool decides as it would without us: its own settings and the user's own variables stay. */
export const nativePlan = (selection: Selection): Plan => {
  const tool = findTool(selection.tool ?? 'cc');
  const { effort, team = false } = selection;
  const patch = new Map([
    ...(effort !== undefined && tool.id === 'cc'
      ? [['CLAUDE_CODE_EFFORT_LEVEL', text(effort)] as const]
      : []),
    ...(team ? [['CLAUDE_CODE_EXPERIMENTAL_AGENT_TEAMS', text('1')] as const] : []),
  ]);
  return {
    tool: tool.id,
    toolTitle: tool.title,
    provider: 'default',
    providerTitle: `${tool.title}'s own choice`,
    auth: undefined,
    payer: undefined,
    model: selection.model ?? selection.tier,
    smallModel: undefined,
    region: undefined,
    project: undefined,
    byDefault: false,
    effort,
    team,
    ambient: true,
    patch,
    managed: { names: [], prefixes: [] },
    kept: [],
    args: modelArgs(selection),
    hooks: {},
    warnings: [],
  };
};
