import type { Config } from '../config/config.ts';
import { defaultOf } from './defaults.ts';
import type { Setting } from './read.ts';
import { ADVICE, PLACES } from './variables.ts';

/** A key that the configuration shall have. */
export interface ConfigEntry {
  readonly variable: string;
  /** Where it was found, e.g. `~/.ai-runner/secrets.sh:12`. */
  readonly from: string;
  readonly path: readonly string[];
  readonly value: string | boolean;
  readonly secret: boolean;
}

/** Something that was found and not taken. */
export interface Skipped {
  readonly from: string;
  readonly variable?: string;
  readonly reason: string;
}

/** A setting with the file it came from. */
export interface Found extends Setting {
  readonly file: string;
}

const UNKNOWN = 'it has no counterpart here';

/** airun takes an address without its scheme, as Ollama does. */
const valueFor = (variable: string, value: string): string =>
  variable.endsWith('_HOST') && !value.includes('://') ? `http://${value}` : value;

const entriesOf = (variable: string, found: Found, config: Config): ConfigEntry[] | Skipped => {
  const from = `${found.file}:${found.line}`;
  const byDefault = defaultOf(variable, found.value, config);
  if (byDefault !== undefined) {
    if ('reason' in byDefault) return { from, variable, reason: byDefault.reason };
    const { key, value } = byDefault;
    return [{ variable, from, path: ['defaults', key], value, secret: false }];
  }
  const places = Object.hasOwn(PLACES, variable) ? PLACES[variable] : undefined;
  if (places === undefined) {
    const [, advice] = ADVICE.find(([pattern]) => pattern.test(variable)) ?? [];
    return { from, variable, reason: advice ?? UNKNOWN };
  }
  return places.map(({ path, secret = false }) => ({
    variable,
    from,
    path,
    value: valueFor(variable, found.value),
    secret,
  }));
};

/** airun's rule: what `--set-default` has kept wins, and a tier over a model. */
const overruled = (variables: ReadonlyMap<string, Found>): string[] => [
  ...(variables.has('AI_DEFAULT_PROVIDER') ? ['DEFAULT_PROVIDER'] : []),
  ...(variables.has('AI_DEFAULT_MODEL_TIER') ? ['AI_DEFAULT_CUSTOM_MODEL'] : []),
];

/** What the variables ask for, and those that ask for nothing we have. */
export const entries = (
  variables: ReadonlyMap<string, Found>,
  config: Config,
): { readonly entries: readonly ConfigEntry[]; readonly skipped: readonly Skipped[] } => {
  const without = overruled(variables);
  const all = [...variables]
    .filter(([variable]) => !without.includes(variable))
    .map(([variable, found]) => entriesOf(variable, found, config));
  return {
    entries: all.flatMap((each) => (Array.isArray(each) ? each : [])),
    skipped: all.flatMap((each) => (Array.isArray(each) ? [] : [each])),
  };
};
