import { text } from '../plan/env-patch.ts';
import type { Env } from '../world.ts';
import { codexLocal } from './codex-local.ts';
import { credential, given } from './inputs.ts';
import { localAddress } from './local-address.ts';
import { levelVariable, localModels, localTierModels } from './local-models.ts';
import type { Provider, ProviderContext, ProviderSettings, ProviderSetup } from './provider.ts';
import { proxyBypass } from './proxy-bypass.ts';

/** What tells one local model server from another. */
export interface LocalServer {
  readonly id: string;
  readonly title: string;
  readonly flags: readonly string[];
  readonly summary: string;
  /** The caller's variable with its address. */
  readonly hostVariable: string;
  readonly defaultPort: number;
  /** Any non-empty token will do: without one the client would send the stored subscription token. */
  readonly token: string;
  /** Start of the variables that name models: `{modelVariable}_HIGH`, `_MID`, `_LOW`. */
  readonly modelVariable: string;
  /** Where it lists its models, and how to read the list; throws on an answer of another shape. */
  readonly listPath: string;
  readonly readList: (body: unknown) => string[];
  readonly startHint: string;
  readonly installHint: string;
}

const baseUrl = (server: LocalServer, env: Env, settings: ProviderSettings): string => {
  const host = given(env, server.hostVariable);
  if (settings.baseUrl) {
    return localAddress(settings.baseUrl, server.defaultPort, `providers.${server.id}.baseUrl`);
  }
  return host === undefined
    ? `http://localhost:${server.defaultPort}`
    : localAddress(host, server.defaultPort, server.hostVariable);
};

const setup = (server: LocalServer, context: ProviderContext): ProviderSetup => {
  const { env, settings } = context;
  const url = baseUrl(server, env, settings);
  return {
    env: {
      ANTHROPIC_BASE_URL: text(url),
      ANTHROPIC_AUTH_TOKEN: settings.token
        ? credential(settings.token, env, `providers.${server.id}.token`)
        : text(server.token),
      ...proxyBypass(env, url),
    },
    auth: 'None (local)',
    ...localModels(server, context, url),
  };
};

/** The provider of a local model server that speaks Anthropic's Messages API. */
export const localProvider = (server: LocalServer): Provider => ({
  id: server.id,
  title: server.title,
  flags: server.flags,
  summary: server.summary,
  payer: 'local',
  needs: ['localModels'],
  credentials: [],
  probe: (env, settings) => ({
    url: `${baseUrl(server, env, settings)}${server.listPath}`,
    read: server.readList,
  }),
  variables: { baseUrl: [server.hostVariable] },
  modelVariable: (tier) => levelVariable(server, tier),
  setup: (context) => setup(server, context),
  models: (context) => localTierModels(server, context),
  codex: (context) => codexLocal(server, context, baseUrl(server, context.env, context.settings)),
  codexModels: (context) => localTierModels(server, context),
});
