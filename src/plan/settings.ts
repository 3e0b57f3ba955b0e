import type { Profile } from '../config/config.ts';
import type { ProviderSettings } from '../providers/provider.ts';

/** Settings of which a provider takes one: a profile that names one of them replaces the other. */
const EXCLUSIVE: readonly (readonly [keyof ProviderSettings, keyof ProviderSettings])[] = [
  ['baseUrl', 'resource'],
  ['resource', 'baseUrl'],
  ['apiKey', 'token'],
  ['token', 'apiKey'],
];

/** What a profile says that is no setting of its provider. */
const CHOICES: readonly string[] = ['tool', 'provider', 'tier', 'model', 'team', 'effort'];

const refinements = (profile: Profile): ProviderSettings =>
  Object.fromEntries(Object.entries(profile).filter(([name]) => !CHOICES.includes(name)));

/** A provider's section with the profile's refinements over it; `models` and `env` are merged by name. */
export const refine = (section: ProviderSettings, profile: Profile | undefined): ProviderSettings => {
  if (profile === undefined) return section;
  const upper = refinements(profile);
  const replaced = EXCLUSIVE.filter(([named, other]) => upper[named] && !upper[other]).map(
    ([, name]) => name,
  );
  const lower = Object.entries(section).filter(([name]) => !replaced.some((other) => other === name));
  return {
    ...Object.fromEntries(lower),
    ...upper,
    models: { ...section.models, ...upper.models },
    env: { ...section.env, ...upper.env },
  };
};
