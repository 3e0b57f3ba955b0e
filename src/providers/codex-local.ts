import { UserError } from '../errors.ts';
import { text } from '../plan/env-patch.ts';
import { override } from './codex-config.ts';
import { localModels } from './local-models.ts';
import type { LocalServer } from './local-server.ts';
import type { ProviderContext, ProviderSetup } from './provider.ts';
import { proxyBypass } from './proxy-bypass.ts';

/**
 * A local model server, by Codex's built-in provider of the same name. Without `--oss`, which would download a model that is
 * not installed.
 *
 * @param url the server's address, without `/v1`
 */
export const codexLocal = (server: LocalServer, context: ProviderContext, url: string): ProviderSetup => {
  if (context.settings.token) {
    throw new UserError(`providers.${server.id}.token: Codex sends no token to ${server.title}`, {
      hint: 'Put it into a profile that is for Claude Code.',
    });
  }
  const { models, model, warnings = [] } = localModels(server, context, url);
  return {
    env: { CODEX_OSS_BASE_URL: text(`${url}/v1`), ...proxyBypass(context.env, url) },
    args: override('model_provider', server.id),
    auth: 'None (local)',
    models,
    model,
    warnings,
  };
};
