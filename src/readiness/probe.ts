import { UserError } from '../errors.ts';
import type { Choice } from '../plan/choose.ts';
import { effectiveEnv } from '../plan/configured-env.ts';
import type { World } from '../world.ts';

/**
 * Does a URL lead to this very machine? Names below `localhost` do not count: where the resolver does not know them, it
 * asks the network.
 */
const isLoopback = (url: string): boolean => {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
};

/**
 * Refuses to ask a model server that is not on this machine, unless the network is wanted.
 * @throws UserError for one, and for an address that makes no sense
 */
export const refuseRemote = (
  world: World,
  { provider, settings, selection }: Choice,
  online: boolean,
): void => {
  if (online || selection.model !== undefined) return;
  const probe = provider.probe?.(effectiveEnv(world.env, settings.env), settings);
  if (probe === undefined || isLoopback(probe.url)) return;
  throw new UserError(`${new URL(probe.url).origin} was not asked: it is not on this machine`, {
    hint: 'Add --online to ask it.',
  });
};
