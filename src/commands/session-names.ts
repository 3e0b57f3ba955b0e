import { visibleConfig } from '../config/effective.ts';
import { PROVIDERS } from '../providers/index.ts';
import type { Known, Named } from '../sessions/filter.ts';
import { BUILTIN } from '../start/decide.ts';
import { TOOLS } from '../tools/index.ts';
import type { World } from '../world.ts';

const configured = async (world: World): Promise<Named[]> => {
  const { config } = await visibleConfig(world, BUILTIN);
  return Object.entries(config.providers).map(([id, { title }]) => ({ id, title: title ?? id, flags: [] }));
};

/** The names by which sessions can be chosen. */
export const knownNames = (world: World): Known => ({
  providers: PROVIDERS,
  tools: TOOLS,
  configured: () => configured(world),
});
