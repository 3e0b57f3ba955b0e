import type { Config } from '../config/config.ts';
import { isUserError } from '../errors.ts';
import { awsProfiles } from '../facts/aws-profiles.ts';
import { modelsOf } from '../models/model-list.ts';
import { type Choice, choose } from '../plan/choose.ts';
import { effectiveEnv } from '../plan/configured-env.ts';
import type { Plan } from '../plan/plan.ts';
import { firstGiven, given } from '../providers/inputs.ts';
import type { VariableSetting } from '../providers/provider.ts';
import { configKey, variableOrigin } from '../readiness/origin.ts';
import { planOffline } from '../readiness/readiness.ts';
import type { World } from '../world.ts';

/** One thing that a session without flags would take, and where that comes from. */
export interface EffectiveValue {
  readonly name: string;
  /** `null`: nobody says it, or the tool decides. */
  readonly value: string | boolean | null;
  /** A key of the configuration, a variable, `AWS files`, `machine` (a login or role), `built-in`, `tool` or `none`. */
  readonly source: string;
}

const value = (name: string, of: string | boolean | null | undefined, source: string): EffectiveValue =>
  of === undefined ? { name, value: null, source: 'none' } : { name, value: of, source };

const CHOICES = ['tool', 'provider', 'tier', 'model', 'effort', 'team'] as const;

/** What the configuration says about a choice, the default profile before the defaults. */
const choiceKey = ({ defaults, profiles }: Config, name: (typeof CHOICES)[number]): string | undefined => {
  const { profile } = defaults;
  const bundle = profile !== undefined && Object.hasOwn(profiles, profile) ? profiles[profile] : undefined;
  if (bundle?.[name] !== undefined) return `profiles.${profile}.${name}`;
  return defaults[name] === undefined ? undefined : `defaults.${name}`;
};

const orUndefined = <Result>(attempt: () => Result): Result | undefined => {
  try {
    return attempt();
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
};

const BUILT_IN = { tool: 'cc', team: false } as const;

const choices = (config: Config, choice: Choice | undefined): EffectiveValue[] => {
  const selection = choice?.selection ?? config.defaults;
  const { profile } = config.defaults;
  const said = CHOICES.filter((name) => name !== 'model' && name !== 'tier').map((name) => {
    const chosen = selection[name];
    if (chosen !== undefined) return value(name, chosen, choiceKey(config, name) ?? 'built-in');
    return name in BUILT_IN ? value(name, BUILT_IN[name as 'tool'], 'built-in') : value(name, undefined, '');
  });
  const size = (['tier', 'model'] as const).find((name) => selection[name] !== undefined) ?? 'tier';
  return [
    ...(profile === undefined ? [] : [value('profile', profile, 'defaults.profile')]),
    ...said,
    ...(size === 'tier' ? [value('tier', selection.tier, choiceKey(config, 'tier') ?? '')] : []),
  ];
};

/** The model itself: an id that was chosen, else the one of the tier. */
const model = async (world: World, config: Config, { selection, provider, tool }: Choice, plan: Plan) => {
  if (plan.model === undefined) return value('model', null, 'tool');
  if (selection.model !== undefined)
    return value('model', plan.model, choiceKey(config, 'model') ?? 'built-in');
  const { tiers } = await modelsOf(world, config, { provider: provider.id, tool: tool.id });
  const tier = tiers.find((each) => each.tier === (selection.tier ?? 'opus'));
  return value('model', plan.model, tier?.model === plan.model ? (tier.source ?? 'built-in') : 'built-in');
};

const SETTINGS: readonly VariableSetting[] = ['region', 'project', 'resource', 'awsProfile', 'baseUrl'];

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

const setting = (
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
const accessSource = (world: World, config: Config, choice: Choice, plan: Plan): string => {
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

const planOrNothing = async (world: World, config: Config): Promise<Plan | undefined> => {
  try {
    return await planOffline(world, config, {});
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
};

/**
 * What `ai` without flags would take, each with its origin: the default profile, the defaults, the provider's section, the
 * caller's variables, what is built in. Settings that the default provider does not have are left out.
 */
export const effectiveValues = async (world: World, config: Config): Promise<readonly EffectiveValue[]> => {
  const choice = orUndefined(() => choose({}, config));
  const chosen = choices(config, choice);
  if (choice === undefined) return chosen;
  const plan = await planOrNothing(world, config);
  const settings = SETTINGS.map((name) => setting(world, config, choice, plan, name)).filter(
    (each) => each.value !== null,
  );
  if (plan === undefined) return [...chosen, ...settings];
  return [
    ...chosen,
    await model(world, config, choice, plan),
    ...settings,
    value('auth', plan.auth, accessSource(world, config, choice, plan)),
  ];
};
