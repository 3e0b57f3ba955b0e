import type { Env, World } from '../world.ts';
import { isOld, readCache, type UpdateCache, writeCache } from './cache.ts';
import { installOf } from './install.ts';
import { isNews, news } from './news.ts';

/** What a package manager works with: no credentials but those of a registry. */
const ITS_OWN =
  /^(?:PATH|HOME|USER|LOGNAME|TMPDIR|LANG|LC_\w+|XDG_\w+|AI_RUNNER_HOME|npm_config_\w+|NPM_\w+|PNPM_\w+|NODE_(?:AUTH_TOKEN|EXTRA_CA_CERTS|OPTIONS)|SSL_CERT_\w+|(?:https?|no|all)_proxy)$/i;

const environment = (world: World): Env =>
  Object.fromEntries(Object.entries(world.env).filter(([name]) => ITS_OWN.test(name)));

/** Tells what the last check has found and starts the next one, each at most once a day; what cannot be kept is not done. */
export const remind = (world: World): void => {
  if (installOf(world.packageDir) === undefined) return;
  const { latest, ...cache } = readCache(world);
  const isKnown = isNews(world, latest);
  const tells = isKnown && isOld(world, cache.told);
  const asks = isOld(world, cache.checked);
  const next: UpdateCache = {
    checked: asks ? world.now() : cache.checked,
    told: tells ? world.now() : cache.told,
    ...(isKnown && { latest }),
  };
  if (!writeCache(world, next)) return;
  if (tells) world.err(`ai: ${news(world, latest)}\n`);
  if (asks) world.detach([world.launcher, 'update', '--check'], environment(world));
};
