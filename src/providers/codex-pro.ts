import { codexModels } from './codex-models.ts';
import type { ProviderContext, ProviderSetup } from './provider.ts';

/** The ChatGPT login that `codex login` has stored: with every key out of the way, Codex takes it. */
export const codexPro = (context: ProviderContext): ProviderSetup => ({
  env: {},
  auth: 'Subscription',
  payer: 'subscription',
  ...codexModels(context),
});
