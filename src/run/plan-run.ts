import type { LoadedConfig } from '../config/load.ts';
import { UsageError } from '../errors.ts';
import { accountFlags } from '../plan/account.ts';
import { choose, toolFor } from '../plan/choose.ts';
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

/** @throws UsageError for a provider to go on with that is unknown, or none for the tool */
export const requireFallback = ({ selection, fallback = [] }: RunRequest, { config }: LoadedConfig): void => {
  const tool = toolFor(selection, config);
  for (const provider of fallback) choose({ tool, provider }, config);
};

/**
 * Plans a run. Without any provider the tool is left to its own choice; without a prompt nobody could try again.
 * @throws UserError as {@link decideWith}; UsageError for a fallback from nothing
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
    if (request.fallback)
      throw new UsageError(
        '--fallback goes on from a provider, and none is chosen',
        'Name it, e.g. --aws, or set defaults.provider.',
      );
    const tool = selection.tool ?? defaults.tool;
    const asked = { ...defaults, ...selection, ...(tool && { tool }) };
    const plan = nativePlan(asked);
    const segment = segmentOf(plan, asked, loaded.config.prompt);
    return { plan: { ...plan, segment, warnings: loaded.warnings }, others: [] };
  }
  const plan = await decideWith(world, loaded, request.selection);
  return { plan, others: request.fallback ?? loaded.config.fallback ?? [] };
};
