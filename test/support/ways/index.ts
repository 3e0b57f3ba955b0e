import { awsWays } from './aws.ts';
import { cloudWays } from './clouds.ts';
import { gatewayWays } from './gateways.ts';
import { localWays } from './local.ts';
import type { Way } from './way.ts';

/** Every way into a provider that ends at an address of the user's choice. */
export const WAYS: readonly Way[] = [...awsWays, ...cloudWays, ...gatewayWays, ...localWays];

/** @throws Error when there is none of that name: a table must not shrink unnoticed */
export const wayNamed = (name: string): Way => {
  const way = WAYS.find((known) => known.name === name);
  if (way) return way;
  throw new Error(`no way is called ${name}`);
};
