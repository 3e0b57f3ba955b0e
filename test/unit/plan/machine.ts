import type { Config } from '../../../src/config/config.ts';
import { choose } from '../../../src/plan/choose.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { resolve } from '../../../src/plan/resolve.ts';
import type { Selection } from '../../../src/plan/selection.ts';
import type { Facts } from '../../../src/providers/provider.ts';
import type { Env } from '../../../src/world.ts';

export const config = (parts: Partial<Config> = {}): Config => ({
  defaults: {},
  profiles: {},
  providers: {},
  ...parts,
});

/** Sections that refine a built-in provider and add one, and profiles that refine the sections. */
export const CONFIG: Partial<Config> = {
  providers: {
    aws: {
      region: 'us-west-2',
      title: 'Bedrock at work',
      models: { opus: 'o', haiku: 'h' },
      env: { A: '1', B: '1' },
    },
    azure: { resource: 'res', apiKey: { env: 'AZURE_KEY' } },
    mygw: { type: 'anthropic', baseUrl: 'https://gw.example', token: { env: 'GW_TOKEN' }, payer: 'local' },
    untyped: { baseUrl: 'https://gw.example' },
  },
  profiles: {
    work: {
      provider: 'aws',
      region: 'eu-west-1',
      awsProfile: 'work',
      models: { haiku: 'h2' },
      env: { B: '2', C: '2' },
    },
    direct: { provider: 'azure', baseUrl: 'https://r.example', token: { env: 'ENTRA' } },
  },
};

/** A machine on which every provider finds something to work with. */
export const FACTS: Facts = {
  awsProfiles: new Map([['default', {}]]),
  google: { adcFile: '/adc.json', gcloud: true },
  azureCli: true,
  claudeLogin: true,
  localModels: ['local-model'],
};

/** Both steps of a plan. */
export const planOf = (
  asked: Selection,
  parts: Partial<Config> = {},
  env: Env = {},
  facts: Facts = FACTS,
): Plan => resolve(choose(asked, config(parts)), { env, home: '/home/user', facts });

/** What the session's environment would be: managed names cleared, then the patch, as the shells do it. */
export const sessionEnv = ({ managed, kept, patch }: Plan, env: Env): Record<string, string> => {
  const isManaged = (name: string) =>
    !kept.includes(name) &&
    (managed.names.includes(name) || managed.prefixes.some((prefix) => name.startsWith(prefix)));
  const session = new Map(Object.entries(env).filter(([name]) => !isManaged(name)));
  for (const [name, value] of patch) {
    if (value.kind === 'unset') session.delete(name);
    else if (value.kind === 'text') session.set(name, value.text);
    else
      session.set(name, value.kind === 'caller' ? env[value.name] : `resolved ${JSON.stringify(value.ref)}`);
  }
  return Object.fromEntries(
    [...session].filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
};
