import { effectiveEnv } from '../plan/configured-env.ts';
import type { FactName, Facts, Provider, ProviderSettings } from '../providers/provider.ts';
import type { Env, World } from '../world.ts';
import { awsProfiles } from './aws-profiles.ts';
import { azureCli } from './azure-cli.ts';
import { claudeLogin } from './claude-login.ts';
import { cloudHost } from './cloud-host.ts';
import { codexLogin } from './codex-login.ts';
import { google } from './google.ts';
import { localModels } from './local-models.ts';

type FileFact = Exclude<FactName, 'localModels'>;

const FROM_FILES: { readonly [Name in FileFact]: (world: World, env: Env) => Facts[Name] | undefined } = {
  awsProfiles,
  azureCli,
  claudeLogin,
  cloudHost,
  codexLogin,
  google,
};

/**
 * Looks at the machine for one provider: only the facts that it names in `needs`.
 * @param wantsModels whether to ask a local server for its models: no, when the model was named
 */
export const gather = async (
  world: World,
  provider: Provider,
  settings: ProviderSettings,
  wantsModels: boolean,
): Promise<Facts> => {
  const env = effectiveEnv(world.env, settings.env);
  const names = (provider.needs ?? []).filter((name): name is FileFact => name !== 'localModels');
  const fromFiles = names.map((name) => [name, FROM_FILES[name](world, env)] as const);
  const models = wantsModels && provider.probe && (await localModels(world, provider.probe(env, settings)));
  return {
    ...Object.fromEntries(fromFiles.filter(([, value]) => value !== undefined)),
    ...(models && { localModels: models }),
  };
};
