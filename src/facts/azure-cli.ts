import { join } from 'node:path';
import type { Env, World } from '../world.ts';
import { homePath } from './home-path.ts';
import { readSmallJson } from './small-file.ts';

/** Is the Azure CLI logged in? It lists its accounts in `azureProfile.json` of `AZURE_CONFIG_DIR` or `~/.azure`. */
export const azureCli = (world: World, env: Env): boolean => {
  const folder = homePath(world, env, 'AZURE_CONFIG_DIR', '.azure');
  const profile = folder && readSmallJson(world, join(folder, 'azureProfile.json'));
  const accounts = (profile as { subscriptions?: unknown } | undefined)?.subscriptions;
  return Array.isArray(accounts) && accounts.length > 0;
};
