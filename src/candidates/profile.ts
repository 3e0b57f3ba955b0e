import { visibleConfig } from '../config/effective.ts';
import { BUILTIN } from '../start/decide.ts';
import type { Search } from './candidate.ts';

/** The profiles of the configuration, each with what it chooses. */
export const profiles: Search = async (world) => {
  const { config } = await visibleConfig(world, BUILTIN);
  return Object.entries(config.profiles).map(([name, { provider, tier, model, tool }]) => [
    name,
    [tool, provider, tier ?? model].filter((part) => part !== undefined).join(' '),
  ]);
};
