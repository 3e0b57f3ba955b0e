import type { LoadedConfig } from '../config/load.ts';
import { accountFlags } from '../plan/account.ts';
import { choose } from '../plan/choose.ts';
import { layer } from '../plan/merge.ts';
import type { Plan } from '../plan/plan.ts';
import { segmentOf } from '../prompt/segment.ts';
import { decideWith } from '../start/decide.ts';
import type { World } from '../world.ts';
import { nativePlan } from './native.ts';
import type { RunRequest } from './request.ts';

/** The plan of a run, and the providers to go on with when the first one fails. */
export interface PlannedRun {
  readonly plan: Plan;
  readonly others: readonly string[];
}

/**
 * Plans a run. Without any provider the tool is left to its own choice; without a prompt nobody could try again.
 * @throws UserError as {@link decideWith}; UsageError for a provider to go on with that is unknown, or none for the tool
 */
export const planRun = async (
  world: World,
  request: RunRequest,
  loaded: LoadedConfig,
): Promise<PlannedRun> => {
  const { defaults, project } = loaded.config;
  const selection = layer(request.selection, project?.selection ?? {});
  const said = selection.provider ?? selection.profile ?? defaults.provider ?? defaults.profile;
  if (said === undefined && accountFlags(selection).length === 0) {
    const tool = selection.tool ?? defaults.tool;
    const asked = { ...defaults, ...selection, ...(tool && { tool }) };
    const plan = nativePlan(asked);
    const segment = segmentOf(plan, asked, loaded.config.prompt);
    return { plan: { ...plan, segment, warnings: loaded.warnings }, others: [] };
  }
  const plan = await decideWith(world, loaded, request.selection);
  for (const provider of request.fallback ?? []) choose({ tool: plan.tool, provider }, loaded.config);
  return { plan, others: request.fallback ?? loaded.config.fallback ?? [] };
};
