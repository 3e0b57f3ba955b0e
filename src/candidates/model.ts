import type { Config } from '../config/config.ts';
import { visibleConfig } from '../config/effective.ts';
import { modelsOf } from '../models/model-list.ts';
import { allProviders, findProvider } from '../providers/index.ts';
import type { Provider } from '../providers/provider.ts';
import { BUILTIN } from '../start/decide.ts';
import type { World } from '../world.ts';
import type { Candidate, Search } from './candidate.ts';

/** The user's own models first, then those built in, then what a local server has installed. */
const candidatesOf = async (world: World, config: Config, { id, title }: Provider): Promise<Candidate[]> => {
  const { tiers, installed } = await modelsOf(world, config, { provider: id, tool: 'cc' });
  const section = Object.hasOwn(config.providers, id) ? config.providers[id] : undefined;
  const named = (model: string | null | undefined, what: string): Candidate[] =>
    model ? [[model, `${title}, ${what}`]] : [];
  const own = tiers.filter(({ source }) => source !== 'built-in' && source !== 'another tier');
  const builtIn = tiers.filter(({ source }) => source === 'built-in');
  return [
    ...[...own, ...builtIn].flatMap(({ tier, model }) => named(model, tier)),
    ...named(section?.smallModel, 'small and fast'),
    ...(installed ?? []).flatMap((model) => named(model, 'installed')),
  ];
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
  const lists = meant(word, config).map((provider) => candidatesOf(world, config, provider).catch(() => []));
  return (await Promise.all(lists)).flat();
};
