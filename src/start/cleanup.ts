import { loadConfig } from '../config/load.ts';
import type { Ended } from '../sessions/registry.ts';
import type { World } from '../world.ts';
import { BUILTIN } from './decide.ts';
import { HOOK_LIMIT_MS } from './hooks.ts';

/**
 * Runs the cleanup hooks of sessions whose shells could not: killed, or replaced by `exec`. What runs is what the
 * configuration says today; the session file only says that there was something to run.
 */
export const cleanUpAfter = async (world: World, dead: readonly Ended[]): Promise<void> => {
  const providers = new Set(dead.filter(({ cleanup }) => cleanup).map(({ provider }) => provider));
  if (providers.size === 0) return;
  const { config } = await loadConfig(world, BUILTIN);
  for (const id of providers) {
    const section = Object.hasOwn(config.providers, id) ? config.providers[id] : undefined;
    for (const hook of section?.hooks?.cleanup ?? []) {
      const { status } = world.run(hook, { env: world.env, timeoutMs: HOOK_LIMIT_MS, stdout: 'stderr' });
      if (status !== 0) world.err(`ai: the cleanup hook ${hook[0]} failed\n`);
    }
  }
};
