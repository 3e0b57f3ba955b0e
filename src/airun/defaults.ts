import type { Config } from '../config/config.ts';
import { EFFORTS, TIERS, type Tier, TOOL_IDS } from '../plan/selection.ts';
import { allProviders, findProvider } from '../providers/index.ts';

/** What a variable says about the defaults: a value for a key, or why there is none. */
export type DefaultEntry =
  | { readonly key: string; readonly value: string | boolean }
  | { readonly reason: string };

type Reader = (value: string, config: Config) => DefaultEntry;

const RANKS: Readonly<Record<string, Tier>> = { best: 'fable', high: 'opus', mid: 'sonnet', low: 'haiku' };

const oneOf =
  (key: string, known: readonly string[]): Reader =>
  (value) =>
    known.includes(value) ? { key, value } : { reason: `it is none of ${known.join(', ')}` };

const provider: Reader = (value, { providers }) => {
  const found = findProvider(value, allProviders(providers));
  return found ? { key: 'provider', value: found.id } : { reason: 'there is no provider of that name' };
};

const tier: Reader = (value, config) => oneOf('tier', TIERS)(RANKS[value] ?? value, config);

const READERS: Readonly<Record<string, Reader>> = {
  DEFAULT_PROVIDER: provider,
  AI_DEFAULT_PROVIDER: provider,
  AI_DEFAULT_MODEL_TIER: tier,
  AI_DEFAULT_CUSTOM_MODEL: (value) => ({ key: 'model', value }),
  AI_DEFAULT_TEAM_MODE: (value) => ({ key: 'team', value: value !== 'false' }),
  AI_DEFAULT_TOOL: oneOf('tool', TOOL_IDS),
  AI_DEFAULT_EFFORT: oneOf('effort', EFFORTS),
};

/** What a variable of airun says about the defaults; `undefined` for one that says nothing about them. */
export const defaultOf = (name: string, value: string, config: Config): DefaultEntry | undefined =>
  Object.hasOwn(READERS, name) ? READERS[name]?.(value, config) : undefined;
