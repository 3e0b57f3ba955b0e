import { UserError } from '../errors.ts';
import { override } from './codex-config.ts';
import { codexModels } from './codex-models.ts';
import type { ProviderContext, ProviderSetup } from './provider.ts';

/** Codex would use it, and be paid by use. @throws UserError */
const refuseKey = ({ facts }: ProviderContext): void => {
  if (facts.codexLogin !== 'key') return;
  throw new UserError('the stored Codex login is an API key, not a ChatGPT subscription', {
    hint: 'Run `codex login` to sign in with ChatGPT, or choose --apikey, which is paid by use.',
  });
};

const NOT_LOGGED_IN = 'no Codex login is stored in a file on this machine: run `codex login`';

/**
 * The ChatGPT login that `codex login` has stored: with every key out of the way, Codex takes it. Its `config.toml` shall
 * not choose another provider for it.
 */
export const codexPro = (context: ProviderContext): ProviderSetup => {
  refuseKey(context);
  return {
    env: {},
    args: override('model_provider', 'openai'),
    auth: 'Subscription',
    ...codexModels(context),
    warnings: context.facts.codexLogin === undefined ? [NOT_LOGGED_IN] : [],
  };
};
