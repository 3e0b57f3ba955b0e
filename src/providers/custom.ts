import { UserError } from '../errors.ts';
import { type EnvEntries, text } from '../plan/env-patch.ts';
import { TIERS } from '../plan/selection.ts';
import { anthropicBaseUrl } from './base-url.ts';
import { credential } from './inputs.ts';
import { type AllModels, ANTHROPIC_MODELS, chooseModels, mapModels } from './models.ts';
import type { Provider, ProviderContext, ProviderSettings, ProviderSetup } from './provider.ts';

interface Access {
  readonly auth: string;
  readonly env: EnvEntries;
}

const accessOf = ({ env, settings }: ProviderContext, section: string): Access => {
  const { apiKey, token } = settings;
  if (token && !apiKey) {
    return { auth: 'API token', env: { ANTHROPIC_AUTH_TOKEN: credential(token, env, `${section}.token`) } };
  }
  if (apiKey && !token) {
    return { auth: 'API key', env: { ANTHROPIC_API_KEY: credential(apiKey, env, `${section}.apiKey`) } };
  }
  throw new UserError(`${section} needs exactly one of token and apiKey`, {
    hint: 'token is sent as Authorization: Bearer, apiKey as x-api-key; a server that checks neither takes any token.',
  });
};

/**
 * A service that names models of its own may not know Anthropic's: a tier without an id takes the best that is named, in the
 * configuration or on the command line.
 */
const modelsOf = ({ settings, model }: ProviderContext): AllModels => {
  const [configured] = (['opus', ...TIERS] as const).flatMap((tier) => settings.models?.[tier] ?? []);
  const own = configured ?? model;
  return own === undefined ? ANTHROPIC_MODELS : mapModels(() => own);
};

const setup = (context: ProviderContext, section: string): ProviderSetup => {
  const { settings } = context;
  if (!settings.baseUrl) {
    throw new UserError(`${section}.baseUrl is missing`, {
      hint: 'Set it to the address of the Anthropic-compatible service.',
    });
  }
  const access = accessOf(context, section);
  return {
    env: {
      ANTHROPIC_BASE_URL: text(anthropicBaseUrl(settings.baseUrl, `${section}.baseUrl`)),
      ...access.env,
    },
    auth: access.auth,
    ...chooseModels(context, modelsOf(context)),
  };
};

/**
 * A provider of the configuration (`type: anthropic`): any service that speaks Anthropic's Messages API.
 * Its address and its credential come from the section alone, never from the caller's own variables.
 */
export const customProvider = (id: string, section: ProviderSettings): Provider => ({
  id,
  title: section.title ?? id,
  flags: [],
  summary: `${section.title ?? id} (configured)`,
  payer: section.payer ?? 'api',
  credentials: [section.token, section.apiKey].flatMap((ref) => (ref && 'env' in ref ? [ref.env] : [])),
  setup: (context) => setup(context, `providers.${id}`),
  models: (context) => chooseModels(context, modelsOf(context)).models,
});
