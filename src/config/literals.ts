import type { ProviderSettings } from '../providers/provider.ts';
import type { Config } from './config.ts';
import type { KeyPath, Problem } from './problem.ts';
import { SECRET_FORMS } from './secret-schema.ts';

/** The keys of a provider or profile that hold a secret. */
export const SECRET_KEYS = ['apiKey', 'token'] as const;

const inSettings = (path: KeyPath, settings: ProviderSettings): KeyPath[] =>
  SECRET_KEYS.filter((key) => {
    const ref = settings[key];
    return ref !== undefined && 'literal' in ref;
  }).map((key) => [...path, key]);

/** Where secrets are written out. */
export const literalSecrets = (config: Config): KeyPath[] =>
  (['providers', 'profiles'] as const).flatMap((section) =>
    Object.entries(config[section]).flatMap(([name, settings]) => inSettings([section, name], settings)),
  );

/** Secrets written out in a file that others can read. */
export const literalProblems = (config: Config, path: string): Problem[] =>
  literalSecrets(config).map((key) => ({
    path: key,
    text: 'a secret is written out in a file that other users can read',
    hint: `make the file private (chmod 600 ${path}), or write ${SECRET_FORMS}`,
  }));
