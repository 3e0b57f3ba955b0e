import type { Config } from '../config/config.ts';
import { isUserError } from '../errors.ts';
import { gather } from '../facts/index.ts';
import { type Choice, choose } from '../plan/choose.ts';
import { effectiveEnv } from '../plan/configured-env.ts';
import { TIERS, type Tier, type ToolId } from '../plan/selection.ts';
import { sideOf } from '../plan/side.ts';
import { given } from '../providers/inputs.ts';
import type { Provider, TierModels } from '../providers/provider.ts';
import { configKey, variableOrigin } from '../readiness/origin.ts';
import { refuseRemote } from '../readiness/probe.ts';
import type { World } from '../world.ts';

/** The model of one tier at a provider; `null` where nobody knows it. */
export interface TierModel {
  readonly tier: Tier;
  readonly model: string | null;
  /** The key of the configuration, the variable, `built-in`, `installed` or `another tier`. */
  readonly source: string | null;
}

/** One element of the array that `ai models --json` prints. */
export interface ProviderModels {
  readonly id: string;
  readonly title: string;
  readonly tool: ToolId;
  readonly tiers: readonly TierModel[];
  /** What a local server has; `null` for other providers and where it could not be asked. */
  readonly installed: readonly string[] | null;
  /** Why a local server could not be asked. */
  readonly problem: string | null;
}

/** One provider of a configuration as a session would see it. */
interface Case {
  readonly world: World;
  readonly config: Config;
  readonly choice: Choice;
}

/** The place that names this very id for the tier. */
const namedAt = (
  { world, config, choice: { provider, settings } }: Case,
  tier: Tier,
  id: string,
): string | undefined => {
  const variable = provider.modelVariable?.(tier);
  const inEnv = variable !== undefined && given(effectiveEnv(world.env, settings.env), variable) === id;
  return (
    configKey(config, provider.id, `models.${tier}`, ({ models }) => models?.[tier] === id) ??
    (inEnv ? variableOrigin(config, provider.id, variable) : undefined)
  );
};

const sourceOf = (known: Case, tier: Tier, id: string, installed: readonly string[]): string => {
  const own = namedAt(known, tier, id);
  if (own !== undefined) return own;
  if (TIERS.some((each) => namedAt(known, each, id) !== undefined)) return 'another tier';
  return installed.includes(id) ? 'installed' : 'built-in';
};

const modelsFor = ({ provider, tool }: Choice): Provider['models'] =>
  tool.id === 'codex' && provider.codexModels ? provider.codexModels : provider.models;

interface Asked {
  readonly models: TierModels;
  readonly installed: readonly string[] | null;
  readonly problem: string | null;
}

/** What keeps us from asking a model server; an address that makes no sense does, too. */
const objection = (world: World, choice: Choice, online: boolean): string | null => {
  try {
    refuseRemote(world, choice, online);
    return null;
  } catch (error) {
    if (isUserError(error)) return error.message;
    throw error;
  }
};

const ask = async (world: World, choice: Choice, online: boolean): Promise<Asked> => {
  const { provider, settings } = choice;
  const refused = objection(world, choice, online);
  const facts = await gather(world, provider, settings, refused === null);
  const context = { env: effectiveEnv(world.env, settings.env), home: world.home, settings, facts };
  const installed = facts.localModels ?? null;
  const silent = provider.probe && installed === null ? `${provider.title} does not answer` : null;
  return {
    models: modelsFor(choice)({ ...context, tier: undefined, model: undefined }),
    installed,
    problem: refused ?? silent,
  };
};

/**
 * The models of one provider by tier, also of one that is not ready. A local server is asked for what it has.
 * @throws UsageError when there is no such provider, or the tool cannot use it
 */
export const modelsOf = async (
  world: World,
  config: Config,
  asked: { readonly provider: string; readonly tool: ToolId },
  online = false,
): Promise<ProviderModels> => {
  const choice = choose(asked, config);
  const { models, installed, problem } = await ask(world, choice, online);
  const tierModel = (tier: Tier): TierModel => {
    const model = models[tier] ?? null;
    const source = model && sourceOf({ world, config, choice }, tier, model, installed ?? []);
    return { tier, model, source };
  };
  const { title } = sideOf(choice.tool, choice.provider, {});
  return {
    id: choice.provider.id,
    title: choice.settings.title ?? title,
    tool: choice.tool.id,
    tiers: TIERS.map(tierModel),
    installed,
    problem,
  };
};
