import { UserError } from '../errors.ts';
import { caller, type EnvEntries, text } from '../plan/env-patch.ts';
import { credential, firstGiven, given } from './inputs.ts';
import type { ProviderContext } from './provider.ts';

const API_KEY = 'ANTHROPIC_FOUNDRY_API_KEY';
const AUTH_TOKEN = 'ANTHROPIC_FOUNDRY_AUTH_TOKEN';

/** How a Foundry session gets in. */
export interface FoundryCredential {
  readonly auth: string;
  readonly env: EnvEntries;
  /** See {@link ProviderSetup.ambient}. */
  readonly ambient?: boolean;
}

const configured = ({ env, settings }: ProviderContext): FoundryCredential | undefined => {
  const { apiKey, token } = settings;
  if (apiKey && token) {
    throw new UserError('providers.azure.apiKey and providers.azure.token are both set', {
      hint: 'A session has one credential: keep one of them.',
    });
  }
  if (apiKey) {
    return { auth: 'API key', env: { [API_KEY]: credential(apiKey, env, 'providers.azure.apiKey') } };
  }
  if (token) {
    return { auth: 'Entra token', env: { [AUTH_TOKEN]: credential(token, env, 'providers.azure.token') } };
  }
  return undefined;
};

/** Claude Code 2.1.197 wants a key even here, so that a configured one is passed on. */
const gateway = (context: ProviderContext): FoundryCredential | undefined => {
  if (!context.settings.skipAuth) return undefined;
  const known = configured(context);
  return {
    auth: known ? 'Gateway token' : 'Gateway (no credentials)',
    env: { CLAUDE_CODE_SKIP_FOUNDRY_AUTH: text('1'), ...known?.env },
  };
};

const fromCaller = ({ env }: ProviderContext): FoundryCredential | undefined => {
  if (given(env, API_KEY)) return { auth: 'API key', env: { [API_KEY]: caller(API_KEY) } };
  if (given(env, AUTH_TOKEN)) return { auth: 'Entra token', env: { [AUTH_TOKEN]: caller(AUTH_TOKEN) } };
  return undefined;
};

/** A client id and its proof, as Azure's libraries read them (EnvironmentCredential, WorkloadIdentityCredential). */
const hasAzureClient = ({ env }: ProviderContext): boolean =>
  given(env, 'AZURE_CLIENT_ID') !== undefined &&
  firstGiven(env, [
    'AZURE_CLIENT_SECRET',
    'AZURE_CLIENT_CERTIFICATE_PATH',
    'AZURE_FEDERATED_TOKEN_FILE',
    'AZURE_PASSWORD',
  ]) !== undefined;

const entra = (context: ProviderContext): FoundryCredential | undefined =>
  hasAzureClient(context) || context.facts.azureCli || context.facts.cloudHost === 'azure'
    ? { auth: 'Azure credentials', env: {}, ambient: true }
    : undefined;

/**
 * The one credential of a Foundry session.
 * @throws UserError when there is none, or two are configured
 */
export const foundryCredential = (context: ProviderContext): FoundryCredential => {
  const access = gateway(context) ?? configured(context) ?? fromCaller(context) ?? entra(context);
  if (access) return access;
  throw new UserError('no Azure credentials found', {
    hint:
      `Export ${API_KEY} or ${AUTH_TOKEN}, or run \`az login\`, or set AZURE_CLIENT_ID with its secret, ` +
      'or set providers.azure.apiKey in the configuration.',
  });
};
