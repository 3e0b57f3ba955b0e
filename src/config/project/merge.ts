import type { Config, ConfiguredProvider } from '../config.ts';

type Sections<T> = Readonly<Record<string, T>>;

/** In objects without a prototype, as all records of a configuration are. */
const joined = <T>(lower: Sections<T>, upper: Sections<T>): Sections<T> =>
  Object.assign(Object.create(null) as Record<string, T>, lower, upper);

const refined = (lower: ConfiguredProvider | undefined, upper: ConfiguredProvider): ConfiguredProvider => ({
  ...lower,
  ...upper,
  ...(lower?.models && upper.models && { models: { ...lower.models, ...upper.models } }),
});

/**
 * A trusted project's configuration over the user's: profiles by name, providers by key. The user's defaults stay what
 * they are; those of the project are a choice that lies over the user's profile.
 */
export const mergeConfigs = (lower: Config, upper: Config): Config => {
  const providers = Object.entries(upper.providers).map(([id, section]) => [
    id,
    refined(lower.providers[id], section),
  ]);
  return {
    ...lower,
    ...upper,
    defaults: lower.defaults,
    profiles: joined(lower.profiles, upper.profiles),
    providers: joined(lower.providers, Object.fromEntries(providers) as Config['providers']),
  };
};
