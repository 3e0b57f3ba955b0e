import type { Config } from '../config/config.ts';
import { awsProfiles } from '../facts/aws-profiles.ts';
import type { Choice } from '../plan/choose.ts';
import { effectiveEnv } from '../plan/configured-env.ts';
import type { Plan } from '../plan/plan.ts';
import { firstGiven, given } from '../providers/inputs.ts';
import type { VariableSetting } from '../providers/provider.ts';
import { configKey, variableOrigin } from '../readiness/origin.ts';
import type { World } from '../world.ts';
import { type EffectiveValue, value } from './value.ts';

/** Settings of a provider that a variable may give, too, in the order of the listing. */
export const SETTINGS: readonly VariableSetting[] = [
  'region',
  'project',
  'resource',
  'awsProfile',
  'baseUrl',
];

/** The first text of that name that a session sets. */
const setText = (plan: Plan, pattern: RegExp): string | undefined => {
  for (const [name, entry] of plan.patch) if (pattern.test(name) && entry.kind === 'text') return entry.text;
  return undefined;
};

/** What the plan says, and its origin where neither the configuration nor a variable gives it. */
const derived = (world: World, choice: Choice, plan: Plan, name: VariableSetting) => {
  if (name === 'project') return value(name, plan.project, 'built-in');
  if (name === 'awsProfile') return value(name, setText(plan, /^AWS_PROFILE$/), 'AWS files');
  if (name === 'baseUrl')
    return value(name, setText(plan, /^(?:ANTHROPIC_\w*|CODEX_OSS_)BASE_URL$/), 'built-in');
  if (name === 'resource') return value(name, setText(plan, /^ANTHROPIC_FOUNDRY_RESOURCE$/), 'built-in');
  if (plan.region === undefined) return value(name, undefined, '');
  const regions = [...awsProfiles(world, effectiveEnv(world.env, choice.settings.env)).values()];
  const inFiles = choice.provider.id === 'aws' && regions.some(({ region }) => region === plan.region);
  return value(name, plan.region, inFiles ? 'AWS files' : 'built-in');
};

/** One setting of the provider in force; `plan` is absent where it is not ready. */
export const setting = (
  world: World,
  config: Config,
  choice: Choice,
  plan: Plan | undefined,
  name: VariableSetting,
): EffectiveValue => {
  const { provider, settings } = choice;
  const configured = settings[name];
  if (configured)
    return value(
      name,
      configured,
      configKey(config, provider.id, name, (section) => section[name]) ?? 'built-in',
    );
  if (plan === undefined) return value(name, undefined, '');
  const env = effectiveEnv(world.env, settings.env);
  const variable = firstGiven(env, provider.variables?.[name] ?? []);
  const { value: effective, source } = derived(world, choice, plan, name);
  const counts = variable !== undefined && (name === 'baseUrl' || given(env, variable) === effective);
  return {
    name,
    value: effective,
    source: counts ? variableOrigin(config, provider.id, variable) : source,
  };
};

/** Where the credential comes from: the configuration, the profile, a variable, else a login or role of this machine. */
export const accessSource = (world: World, config: Config, choice: Choice, plan: Plan): string => {
  const { provider, settings } = choice;
  const handed = [...plan.patch.values()].some(({ kind }) => kind === 'secret' || kind === 'caller');
  const key = handed ? (['apiKey', 'token'] as const).find((name) => settings[name]) : undefined;
  if (key) return configKey(config, provider.id, key, (section) => section[key]) ?? 'built-in';
  if (setText(plan, /^AWS_PROFILE$/)) return setting(world, config, choice, plan, 'awsProfile').source;
  const usable = provider.credentials.filter((name) => plan.patch.get(name)?.kind !== 'unset');
  const variable = firstGiven(effectiveEnv(world.env, settings.env), usable);
  if (variable !== undefined) return variableOrigin(config, provider.id, variable);
  return plan.payer === 'local' ? 'built-in' : 'machine';
};
