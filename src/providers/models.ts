import { TIERS, type Tier } from '../plan/selection.ts';
import { given } from './inputs.ts';
import type { ProviderContext, TierModels } from './provider.ts';

/** An id for every tier. */
export type AllModels = Readonly<Record<Tier, string>>;

/** Current models under Anthropic's own ids (platform.claude.com, models overview). */
export const ANTHROPIC_MODELS: AllModels = {
  fable: 'claude-fable-5-2',
  opus: 'claude-opus-5-5',
  sonnet: 'claude-sonnet-5-5',
  haiku: 'claude-haiku-5-5',
};

/** The same table with every id, or the id of every tier, turned into another. */
export const mapModels = (change: (id: string, tier: Tier) => string): AllModels => ({
  fable: change(ANTHROPIC_MODELS.fable, 'fable'),
  opus: change(ANTHROPIC_MODELS.opus, 'opus'),
  sonnet: change(ANTHROPIC_MODELS.sonnet, 'sonnet'),
  haiku: change(ANTHROPIC_MODELS.haiku, 'haiku'),
});

const tierVariable = (tier: Tier): string => `CLAUDE_MODEL_${tier.toUpperCase()}`;

/** Where the caller may name a tier's model at the provider with this suffix, e.g. `CLAUDE_MODEL_OPUS_AWS`. */
export const modelVariable =
  (suffix: string) =>
  (tier: Tier): string =>
    `${tierVariable(tier)}_${suffix}`;

/** Only the tiers that have an id. */
export const definedModels = (idOf: (tier: Tier) => string | undefined): TierModels =>
  Object.fromEntries(TIERS.map((tier) => [tier, idOf(tier)]).filter(([, id]) => id));

/** The models of a session at a provider that has one for every tier. */
export interface ModelChoice {
  readonly models: AllModels;
  readonly model: string;
  readonly smallModel: string;
}

/**
 * Built-in ids < `CLAUDE_MODEL_{TIER}_{suffix}` and `CLAUDE_SMALL_FAST_MODEL_{suffix}` < configuration; the
 * main model is the exact id asked for, else the tier's, else Opus. An exact id leaves the tiers as they are.
 */
export const chooseModels = (context: ProviderContext, builtIn: AllModels, suffix?: string): ModelChoice => {
  const { env, settings } = context;
  const fromEnv = (name: string) => (suffix === undefined ? undefined : given(env, `${name}_${suffix}`));
  const models = mapModels(
    (_, tier) => settings.models?.[tier] || fromEnv(tierVariable(tier)) || builtIn[tier],
  );
  return {
    models,
    model: context.model ?? models[context.tier ?? 'opus'],
    smallModel: settings.smallModel || fromEnv('CLAUDE_SMALL_FAST_MODEL') || models.haiku,
  };
};
