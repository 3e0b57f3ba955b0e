import { override } from './codex-config.ts';
import { codexModels } from './codex-models.ts';
import type { ProviderContext, ProviderSetup } from './provider.ts';

/**
 * The ChatGPT login that `codex login` has stored: with every key out of the way, Codex takes it. Its `config.toml` shall
 * not choose another provider for it.
 */
export const codexPro = (context: ProviderContext): ProviderSetup => ({
  env: {},
  args: override('model_provider', 'openai'),
  auth: 'Subscription',
  ...codexModels(context),
});
