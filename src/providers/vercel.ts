import { UserError } from '../errors.ts';
import { caller, type EnvValue, text } from '../plan/env-patch.ts';
import { anthropicBaseUrl } from './base-url.ts';
import { credential, firstGiven } from './inputs.ts';
import { type AllModels, chooseModels, modelVariable } from './models.ts';
import type { Provider, ProviderContext, ProviderSetup } from './provider.ts';

/** Slugs of the gateway's catalogue (vercel.com/ai-gateway/models). */
const MODELS: AllModels = {
  fable: 'anthropic/claude-fable-5.2',
  opus: 'anthropic/claude-opus-5.5',
  sonnet: 'anthropic/claude-sonnet-5.5',
  haiku: 'anthropic/claude-haiku-5.5',
};

const TOKENS = ['VERCEL_AI_GATEWAY_TOKEN', 'AI_GATEWAY_API_KEY'];
const MODEL_SUFFIX = 'VERCEL';
const GATEWAY = 'https://ai-gateway.vercel.sh';

const tokenOf = ({ env, settings }: ProviderContext): EnvValue => {
  if (settings.token) return credential(settings.token, env, 'providers.vercel.token');
  const name = firstGiven(env, TOKENS);
  if (name) return caller(name);
  throw new UserError('no Vercel AI Gateway token found', {
    hint: `Export ${TOKENS.join(' or ')}, or set providers.vercel.token in the configuration.`,
  });
};

const setup = (context: ProviderContext): ProviderSetup => ({
  env: {
    ANTHROPIC_BASE_URL: text(
      anthropicBaseUrl(context.settings.baseUrl || GATEWAY, 'providers.vercel.baseUrl'),
    ),
    ANTHROPIC_AUTH_TOKEN: tokenOf(context),
  },
  auth: 'AI Gateway token',
  ...chooseModels(context, MODELS, MODEL_SUFFIX),
});

/** Vercel's AI Gateway (vercel.com/docs/ai-gateway, "Claude Code"). */
export const vercel: Provider = {
  id: 'vercel',
  title: 'Vercel AI Gateway',
  flags: ['vercel'],
  summary: 'Vercel AI Gateway with its token',
  payer: 'api',
  credentials: TOKENS,
  modelVariable: modelVariable(MODEL_SUFFIX),
  setup,
  models: (context) => chooseModels(context, MODELS, MODEL_SUFFIX).models,
};
