import type { Config } from '../config/config.ts';
import { visibleConfig } from '../config/effective.ts';
import { isUserError } from '../errors.ts';
import { gather } from '../facts/index.ts';
import { refine } from '../plan/settings.ts';
import { allProviders, findProvider } from '../providers/index.ts';
import type { Provider, ProviderSettings } from '../providers/provider.ts';
import { isLoopback } from '../providers/proxy-bypass.ts';
import { BUILTIN } from '../start/decide.ts';
import type { World } from '../world.ts';
import type { Candidate, Search } from './candidate.ts';

const settingsOf = ({ id }: Provider, { providers }: Config): ProviderSettings =>
  refine((Object.hasOwn(providers, id) ? providers[id] : undefined) ?? {}, undefined);

/** A server that answers on this machine may be asked; one elsewhere would see that a key was pressed. */
const mayAsk = (world: World, provider: Provider, settings: ProviderSettings): boolean => {
  const probe = provider.probe?.({ ...world.env, ...settings.env }, settings);
  return probe !== undefined && isLoopback(new URL(probe.url).hostname);
};

const modelsOf = async (world: World, provider: Provider, config: Config): Promise<Candidate[]> => {
  const settings = settingsOf(provider, config);
  const named = (id: string | undefined, text: string): Candidate[] => (id ? [[id, text]] : []);
  const configured = Object.entries(settings.models ?? {});
  const facts = await gather(world, provider, settings, mayAsk(world, provider, settings));
  const installed = facts.localModels?.map((id): Candidate => [id, `${provider.title}, installed`]) ?? [];
  const context = {
    env: world.env,
    home: world.home,
    settings,
    facts,
    tier: 'opus',
    model: undefined,
  } as const;
  const pinned = () => Object.entries(provider.setup(context).models);
  const tiers = attempt(pinned) ?? configured;
  return [
    ...tiers.flatMap(([tier, id]) => named(id, `${provider.title}, ${tier}`)),
    ...named(settings.smallModel, `${provider.title}, small and fast`),
    ...installed,
  ];
};

/** A provider that is not ready still has the models that the configuration names. */
const attempt = <Result>(work: () => Result): Result | undefined => {
  try {
    return work();
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
};

/** The providers that a word means: the one it names, else the default one, else all. */
const meant = (word: string, config: Config): readonly Provider[] => {
  const providers = allProviders(config.providers);
  const name = word || (config.project?.selection.provider ?? config.defaults.provider);
  if (name === undefined) return providers;
  const provider = findProvider(name, providers);
  return provider ? [provider] : [];
};

/** Model ids: those that the tiers of a provider stand for, and what a local server has installed. */
export const models: Search = async (world, word) => {
  const { config } = await visibleConfig(world, BUILTIN);
  const lists = meant(word, config).map((provider) => modelsOf(world, provider, config).catch(() => []));
  return (await Promise.all(lists)).flat();
};
