import { UserError } from '../errors.ts';
import { caller, type EnvValue } from '../plan/env-patch.ts';
import { checkedResource, RESOURCE } from './azure-endpoint.ts';
import { codexService } from './codex-config.ts';
import { codexModels } from './codex-models.ts';
import { credential, given } from './inputs.ts';
import type { ProviderContext, ProviderSetup } from './provider.ts';

const KEY = 'AZURE_OPENAI_API_KEY';

const resourceOf = ({ env, settings }: ProviderContext): string => {
  if (settings.resource) return checkedResource(settings.resource, 'providers.azure.resource');
  const named = given(env, RESOURCE);
  if (named && !settings.baseUrl) return checkedResource(named, RESOURCE);
  const why = settings.baseUrl ? ' (providers.azure.baseUrl is the address of the Claude models)' : '';
  throw new UserError(`no Azure resource is chosen for Codex${why}`, {
    hint: `Set providers.azure.resource in the configuration, or export ${RESOURCE}.`,
  });
};

const keyOf = ({ env, settings }: ProviderContext): EnvValue => {
  if (settings.apiKey) return credential(settings.apiKey, env, 'providers.azure.apiKey');
  if (given(env, KEY)) return caller(KEY);
  throw new UserError('no Azure OpenAI API key found', {
    hint: `Export ${KEY}, or set providers.azure.apiKey in the configuration.`,
  });
};

/** OpenAI's models on the Foundry resource (learn.microsoft.com, "Codex with Azure OpenAI"); its key opens both. */
export const codexAzure = (context: ProviderContext): ProviderSetup => ({
  env: { [KEY]: keyOf(context) },
  args: codexService({
    name: 'Azure OpenAI',
    baseUrl: `https://${resourceOf(context)}.openai.azure.com/openai/v1`,
    keyVariable: KEY,
  }),
  auth: 'API key',
  // Azure names deployments; their default names are OpenAI's ids.
  ...codexModels(context),
});
