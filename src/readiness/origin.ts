import type { Config } from '../config/config.ts';
import type { ToolId } from '../plan/selection.ts';
import { allProviders, findProvider } from '../providers/index.ts';
import type { ProviderSettings } from '../providers/provider.ts';

/** The profile that applies without a flag, and the key of its section. */
export const standingProfile = ({ defaults, profiles, project }: Config) => {
  const name = project?.selection.profile ?? defaults.profile;
  const profile = name !== undefined && Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  return profile && { name, where: `profiles.${name}`, profile };
};

/** The tool that starts where no flag, script or asked-for profile names one. */
export const standingTool = (config: Config): ToolId =>
  config.project?.selection.tool ?? standingProfile(config)?.profile.tool ?? config.defaults.tool ?? 'cc';

/** The profile that applies without a flag, where it is for this provider. */
const profileFor = (config: Config, id: string) => {
  const standing = standingProfile(config);
  const word = config.project?.selection.provider ?? standing?.profile.provider ?? config.defaults.provider;
  const own = word !== undefined && findProvider(word, allProviders(config.providers))?.id === id;
  return own && standing ? { where: standing.where, settings: standing.profile } : undefined;
};

/**
 * The key of the configuration that a session of this provider takes something from, e.g. `profiles.work.region`.
 * @param key path below the section
 * @param has whether a section says it
 */
export const configKey = (
  config: Config,
  id: string,
  key: string,
  has: (settings: ProviderSettings) => unknown,
): string | undefined => {
  const section = Object.hasOwn(config.providers, id) ? config.providers[id] : undefined;
  const layers = [profileFor(config, id), section && { where: `providers.${id}`, settings: section }];
  const found = layers.find((layer) => layer && has(layer.settings));
  return found && `${found.where}.${key}`;
};

/** Where a variable gets its value: in the configuration's `env`, else from the caller, and then it is its name. */
export const variableOrigin = (config: Config, id: string, name: string): string =>
  configKey(config, id, `env.${name}`, ({ env }) => env && Object.hasOwn(env, name)) ?? name;
