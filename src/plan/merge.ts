import type { Config, Profile } from '../config/config.ts';
import { UsageError, UserError } from '../errors.ts';
import { nameHint } from './name-hint.ts';
import { type Selection, said } from './selection.ts';

/** A selection after the configuration's say, and the profile that is in force. */
export interface Merged {
  readonly selection: Selection;
  readonly profile: Profile | undefined;
}

/** Two words for the same provider (`ol`, `Ollama`) are equal under it. */
export type ProviderId = (word: string) => string;

/**
 * One selection over another. Provider and profile are one choice, which the account belongs to, and so are tier and model: what the upper
 * one says about either replaces both of the lower one.
 */
export const layer = (upper: Selection, lower: Selection): Selection => {
  const { provider, profile, region, awsProfile, tier, model, ...rest } = lower;
  const place = { provider, profile, region, awsProfile };
  return {
    ...rest,
    ...(upper.provider === undefined && upper.profile === undefined && said(place)),
    ...(upper.tier === undefined && upper.model === undefined && said({ tier, model })),
    ...upper,
  };
};

const choices = ({ tool, tier, model, effort, team }: Profile): Selection => ({
  ...(tool !== undefined && { tool }),
  ...(tier !== undefined && { tier }),
  ...(model !== undefined && { model }),
  ...(effort !== undefined && { effort }),
  ...(team !== undefined && { team }),
});

const profileNamed = (name: string, { profiles }: Config, where: string): Profile => {
  const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (profile) return profile;
  throw new UsageError(
    `unknown profile ${JSON.stringify(name)}${where}`,
    nameHint(name, Object.keys(profiles), 'Profiles'),
  );
};

/** @throws UsageError when it does not exist, or is for another provider than the one asked for */
const askedProfile = (asked: Selection, config: Config, idOf: ProviderId): Profile | undefined => {
  if (asked.profile === undefined) return undefined;
  const profile = profileNamed(asked.profile, config, '');
  const { provider } = profile;
  if (asked.provider !== undefined && provider !== undefined && idOf(asked.provider) !== idOf(provider)) {
    throw new UsageError(
      `provider ${asked.provider} and profile ${JSON.stringify(asked.profile)} (${provider}) exclude each other`,
      'Leave one of them out.',
    );
  }
  return profile;
};

/** The profile of the defaults, unless a provider was asked for that it is not for. */
const defaultProfile = (asked: Selection, config: Config, idOf: ProviderId): Profile | undefined => {
  const name = config.defaults.profile;
  if (asked.profile !== undefined || name === undefined) return undefined;
  const profile = profileNamed(name, config, ' in defaults.profile');
  const provider = profile.provider ?? config.defaults.provider;
  const fits = asked.provider === undefined || (provider && idOf(provider) === idOf(asked.provider));
  return fits ? profile : undefined;
};

/** An exact model id means nothing to another provider than the one it was given for. */
const withoutForeignModel = (lower: Selection, provider: string | undefined, idOf: ProviderId): Selection => {
  if (provider === undefined || lower.provider === undefined || idOf(lower.provider) === idOf(provider)) {
    return lower;
  }
  const { model: _, ...rest } = lower;
  return rest;
};

const refuseBoth = ({ tier, model }: Selection, where: string | undefined): void => {
  if (tier === undefined || model === undefined) return;
  const message = `model ${model} and tier ${tier} exclude each other`;
  if (where === undefined) throw new UsageError(message, 'Leave one of them out.');
  throw new UserError(`${message} in ${where}`, { hint: 'Remove one of them.' });
};

/**
 * What was asked for, then the project's choice, the profile, the defaults.
 * @param said flags, shebang and front matter, already laid over each other with {@link layer}
 * @throws UsageError for an unknown profile, a profile of another provider, a model beside a tier
 * @throws UserError for a model beside a tier within the configuration
 */
export const mergeSelection = (said: Selection, config: Config, idOf: ProviderId): Merged => {
  const asked = layer(said, config.project?.selection ?? {});
  const profile = askedProfile(asked, config, idOf) ?? defaultProfile(asked, config, idOf);
  const { defaults } = config;
  const provider = asked.provider ?? profile?.provider ?? defaults.provider;
  refuseBoth(said, undefined);
  refuseBoth(profile ?? {}, 'the profile');
  refuseBoth(defaults, 'defaults');
  const lower = withoutForeignModel(defaults, provider, idOf);
  const selection = layer(layer(asked, profile ? choices(profile) : {}), lower);
  return { selection: { ...selection, ...(provider !== undefined && { provider }) }, profile };
};
