import { text } from '../plan/env-patch.ts';
import { foundryCredential } from './azure-credentials.ts';
import { BASE_URL, foundryEndpoint, RESOURCE } from './azure-endpoint.ts';
import { codexAzure } from './codex-azure.ts';
import { codexModels } from './codex-models.ts';
import { ANTHROPIC_MODELS, chooseModels, modelVariable } from './models.ts';
import type { Provider, ProviderContext, ProviderSetup } from './provider.ts';

const MODEL_SUFFIX = 'AZURE';

const setup = (context: ProviderContext): ProviderSetup => {
  const endpoint = foundryEndpoint(context);
  const access = foundryCredential(context);
  return {
    env: { CLAUDE_CODE_USE_FOUNDRY: text('1'), [endpoint.name]: text(endpoint.value), ...access.env },
    clear: [endpoint.other],
    auth: access.auth,
    ...(access.ambient && { ambient: true }),
    // Foundry names deployments; their default names are Anthropic's ids.
    ...chooseModels(context, ANTHROPIC_MODELS, MODEL_SUFFIX),
  };
};

/** Claude on Microsoft Foundry in Azure (code.claude.com, "Microsoft Foundry"). */
export const azure: Provider = {
  id: 'azure',
  title: 'Microsoft Foundry',
  flags: ['azure'],
  summary: 'Microsoft Foundry on Azure with a key, an Entra token or your Azure login',
  payer: 'cloud',
  needs: ['azureCli', 'cloudHost'],
  credentials: ['ANTHROPIC_FOUNDRY_API_KEY', 'ANTHROPIC_FOUNDRY_AUTH_TOKEN'],
  variables: { resource: [RESOURCE], baseUrl: [BASE_URL] },
  modelVariable: modelVariable(MODEL_SUFFIX),
  setup,
  models: (context) => chooseModels(context, ANTHROPIC_MODELS, MODEL_SUFFIX).models,
  codex: codexAzure,
  codexModels: (context) => codexModels(context).models,
};
