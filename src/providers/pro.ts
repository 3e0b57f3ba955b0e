import { UserError } from '../errors.ts';
import { caller, type EnvValue } from '../plan/env-patch.ts';
import { codexModels } from './codex-models.ts';
import { codexPro } from './codex-pro.ts';
import { credential, given } from './inputs.ts';
import { ANTHROPIC_MODELS, chooseModels, modelVariable } from './models.ts';
import type { Provider, ProviderContext, ProviderSetup } from './provider.ts';

const TOKEN = 'CLAUDE_CODE_OAUTH_TOKEN';
const MODEL_SUFFIX = 'ANTHROPIC';

/** A session starts all the same: one may log in from within. */
export const NO_LOGIN = {
  reason: 'no Claude login is stored on this machine',
  hint: `Run \`claude /login\`, or export ${TOKEN} with a token of \`claude setup-token\`.`,
} as const;

/** The same as a warning. */
export const LOGIN_WARNING = `${NO_LOGIN.reason}: run \`claude /login\`, or export ${TOKEN} with a token of \`claude setup-token\``;

const tokenOf = ({ env, settings }: ProviderContext): EnvValue | undefined => {
  if (settings.token) return credential(settings.token, env, 'providers.pro.token');
  return given(env, TOKEN) ? caller(TOKEN) : undefined;
};

/** Without a tier the plan's own default model applies, so that nothing is pinned but what was configured. */
const modelsOf = (context: ProviderContext): Pick<ProviderSetup, 'models' | 'model' | 'smallModel'> => {
  if (context.tier !== undefined || context.model !== undefined) {
    return chooseModels(context, ANTHROPIC_MODELS, MODEL_SUFFIX);
  }
  const { models, smallModel } = context.settings;
  return { models: models ?? {}, model: undefined, ...(smallModel && { smallModel }) };
};

const setup = (context: ProviderContext): ProviderSetup => {
  if (context.settings.baseUrl) {
    throw new UserError('providers.pro.baseUrl: a subscription is served by Anthropic alone', {
      hint: 'Remove it; an address of your own belongs to providers.apikey or to a provider of type anthropic.',
    });
  }
  const token = tokenOf(context);
  const loggedIn = token !== undefined || context.facts.claudeLogin !== false;
  return {
    env: token ? { [TOKEN]: token } : {},
    auth: token ? 'Subscription (token)' : 'Subscription',
    ...(!token && { ambient: true }),
    ...modelsOf(context),
    warnings: loggedIn ? [] : [LOGIN_WARNING],
  };
};

/** A Claude Pro, Max, Team or Enterprise plan, by Claude Code's own login. */
export const pro: Provider = {
  id: 'pro',
  title: 'Claude Subscription',
  flags: ['pro'],
  summary: 'Your Claude subscription (Pro, Max, Team, Enterprise)',
  payer: 'subscription',
  needs: ['claudeLogin', 'codexLogin'],
  credentials: [TOKEN],
  modelVariable: modelVariable(MODEL_SUFFIX),
  setup,
  models: (context) => chooseModels(context, ANTHROPIC_MODELS, MODEL_SUFFIX).models,
  codex: codexPro,
  codexModels: (context) => codexModels(context).models,
};
