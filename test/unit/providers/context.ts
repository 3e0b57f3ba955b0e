import type { EnvEntries, EnvValue } from '../../../src/plan/env-patch.ts';
import type { Provider, ProviderContext, ProviderSetup } from '../../../src/providers/provider.ts';

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

/** What a setup is refused with: message, hint and exit status, each on a line; empty when it is not. */
export const refusal = (provider: Provider, parts: Partial<ProviderContext>): string => {
  try {
    provider.setup(context(parts));
    return '';
  } catch (error) {
    const { message, hint, code } = error as { message: string; hint: string; code: number };
    return `${message}\n${hint}\n${code}`;
  }
};
