import type { EnvEntries, EnvValue } from '../../../src/plan/env-patch.ts';
import type { ProviderContext, ProviderSetup } from '../../../src/providers/provider.ts';

/** A context in which nothing is set but what a test names. */
export const context = (parts: Partial<ProviderContext> = {}): ProviderContext => ({
  env: {},
  home: '/home/user',
  settings: {},
  facts: {},
  tier: undefined,
  model: undefined,
  ...parts,
});

const shownValue = (value: EnvValue): string => {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'caller') return `$${value.name}`;
  return value.kind === 'secret' ? `secret ${JSON.stringify(value.ref)}` : 'unset';
};

/** Entries as one word each: the text, `$NAME` for a reference to the caller, `secret …`, `unset`. */
export const shown = (entries: EnvEntries): Record<string, string> =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, shownValue(value)]));

/** What a table row may expect of a setup. */
export interface Expected extends Partial<Omit<ProviderSetup, 'env'>> {
  readonly env?: Record<string, string>;
}

export const shownSetup = (setup: ProviderSetup) => ({ ...setup, env: shown(setup.env) });
