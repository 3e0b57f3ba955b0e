import { TIERS } from '../plan/selection.ts';
import type { AllModels } from './models.ts';
import type { ProviderContext, TierModels } from './provider.ts';

/** Codex's catalogue (`codex debug models`) by tier. */
const CODEX_MODELS: AllModels = {
  fable: 'gpt-6-astra',
  opus: 'gpt-6.1-sol',
  sonnet: 'gpt-6.1-terra',
  haiku: 'gpt-6-luna',
};

/** The models of a Codex session. */
export interface CodexModels {
  readonly models: TierModels;
  /** `undefined` leaves it to Codex, whose own default changes with its versions. */
  readonly model: string | undefined;
}

/**
 * The exact id asked for, else the tier's, else Codex's own choice. What the configuration maps tiers to are models of
 * Claude Code.
 *
 * @param prefix what the provider puts before the ids
 */
export const codexModels = ({ model, tier }: ProviderContext, prefix = ''): CodexModels => {
  const models = Object.fromEntries(TIERS.map((each) => [each, `${prefix}${CODEX_MODELS[each]}`]));
  return { models, model: model ?? (tier && models[tier]) };
};
