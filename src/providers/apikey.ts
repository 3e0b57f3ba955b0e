import { UserError } from '../errors.ts';
import { caller, type EnvValue, text } from '../plan/env-patch.ts';
import { anthropicBaseUrl } from './base-url.ts';
import { codexApikey } from './codex-apikey.ts';
import { codexModels } from './codex-models.ts';
import { credential, given } from './inputs.ts';
import { ANTHROPIC_MODELS, chooseModels, modelVariable } from './models.ts';
import type { Provider, ProviderContext, ProviderSetup } from './provider.ts';

const KEY = 'ANTHROPIC_API_KEY';
const MODEL_SUFFIX = 'ANTHROPIC';

const keyOf = ({ env, settings }: ProviderContext): EnvValue => {
  if (settings.apiKey) return credential(settings.apiKey, env, 'providers.apikey.apiKey');
  if (given(env, KEY)) return caller(KEY);
  throw new UserError('no Anthropic API key found', {
    hint: `Export ${KEY}, or set providers.apikey.apiKey in the configuration.`,
  });
};

const setup = (context: ProviderContext): ProviderSetup => {
  const { baseUrl } = context.settings;
  return {
    env: {
      [KEY]: keyOf(context),
      ...(baseUrl && { ANTHROPIC_BASE_URL: text(anthropicBaseUrl(baseUrl, 'providers.apikey.baseUrl')) }),
    },
    auth: 'API key',
    ...chooseModels(context, ANTHROPIC_MODELS, MODEL_SUFFIX),
  };
};

/** The Anthropic API with a key of the Claude Console, paid by use. */
export const apikey: Provider = {
  id: 'apikey',
  title: 'Anthropic API',
  flags: ['apikey'],
  summary: 'The Anthropic API with an API key',
  payer: 'api',
  credentials: [KEY],
  modelVariable: modelVariable(MODEL_SUFFIX),
  setup,
  models: (context) => chooseModels(context, ANTHROPIC_MODELS, MODEL_SUFFIX).models,
  codex: codexApikey,
  codexModels: (context) => codexModels(context).models,
};
