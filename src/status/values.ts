import type { Config } from '../config/config.ts';
import { orUndefined } from '../errors.ts';
import { modelsOf } from '../models/model-list.ts';
import { type Choice, choose } from '../plan/choose.ts';
import type { Plan } from '../plan/plan.ts';
import { standingProfile } from '../readiness/origin.ts';
import { planOffline } from '../readiness/readiness.ts';
import type { World } from '../world.ts';
import { accessSource, SETTINGS, setting } from './provider-values.ts';
import { type EffectiveValue, value } from './value.ts';

const CHOICES = ['tool', 'provider', 'tier', 'model', 'effort', 'team'] as const;

/** What the configuration says about a choice, the default profile before the defaults. */
const choiceKey = (config: Config, name: (typeof CHOICES)[number] | 'profile'): string | undefined => {
  if (config.project?.selection[name] !== undefined) return config.project.path;
  const standing = standingProfile(config);
  if (name !== 'profile' && standing?.profile[name] !== undefined) return `${standing.where}.${name}`;
  return config.defaults[name] === undefined ? undefined : `defaults.${name}`;
};

const BUILT_IN: Readonly<Partial<Record<(typeof CHOICES)[number], string | boolean>>> = {
  tool: 'cc',
  team: false,
};

const choices = (config: Config, choice: Choice | undefined): EffectiveValue[] => {
  const selection = choice?.selection ?? config.defaults;
  const profile = standingProfile(config)?.name;
  const said = CHOICES.filter((name) => name !== 'model' && name !== 'tier').map((name) => {
    const chosen = selection[name];
    if (chosen !== undefined) return value(name, chosen, choiceKey(config, name) ?? 'built-in');
    return value(name, BUILT_IN[name], 'built-in');
  });
  const size = (['tier', 'model'] as const).find((name) => selection[name] !== undefined) ?? 'tier';
  return [
    ...(profile === undefined ? [] : [value('profile', profile, choiceKey(config, 'profile') ?? '')]),
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

/**
 * What `ai` without flags would take, each with its origin: the default profile, the defaults, the provider's section, the
 * caller's variables, what is built in. Settings that the default provider does not have are left out.
 */
export const effectiveValues = async (world: World, config: Config): Promise<readonly EffectiveValue[]> => {
  const choice = await orUndefined(() => choose({}, config));
  const chosen = choices(config, choice);
  if (choice === undefined) return chosen;
  const plan = await orUndefined(() => planOffline(world, config, {}));
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
