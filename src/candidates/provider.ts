import { visibleConfig } from '../config/effective.ts';
import { allProviders, PROVIDERS } from '../providers/index.ts';
import { BUILTIN } from '../start/decide.ts';
import type { Search } from './candidate.ts';

/** The providers that the configuration adds; the built-in ones stand in the completion text. */
export const configuredProviders: Search = async (world) => {
  const { config } = await visibleConfig(world, BUILTIN);
  return allProviders(config.providers)
    .filter((provider) => !PROVIDERS.includes(provider))
    .map(({ id, title }) => [id, title]);
};
