import type { Config } from '../config/config.ts';
import type { World } from '../world.ts';
import { endpointOf } from './endpoint.ts';
import type { ProviderState } from './provider-state.ts';
import { planOffline } from './readiness.ts';

const LIMIT_MS = 5000;

/** What a provider's endpoint said to a request without a credential. */
export interface Reached {
  readonly provider: string;
  /** What was asked with GET. */
  readonly url: string;
  readonly reachable: boolean;
  /** HTTP status; any of them means that the service answers. */
  readonly status: number | null;
  /** ms */
  readonly took: number;
}

const reach = async (world: World, config: Config, { id, tool }: ProviderState): Promise<Reached> => {
  const url = `${endpointOf(await planOffline(world, config, { provider: id, tool }, true))}/`;
  const before = world.now();
  const answer = await world.get(url, LIMIT_MS);
  const took = world.now() - before;
  return { provider: id, url, reachable: answer !== undefined, status: answer?.status ?? null, took };
};

/** Asks the endpoint of each provider that is ready for its front page, all at once: no credential, no cost. */
export const reachAll = (
  world: World,
  config: Config,
  states: readonly ProviderState[],
): Promise<readonly Reached[]> =>
  Promise.all(states.filter(({ ready }) => ready).map((state) => reach(world, config, state)));
