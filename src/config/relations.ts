import { suggestion } from '../nearest.ts';
import type { Builtin } from './builtin.ts';
import { type Config, type ConfiguredProvider, type Defaults, EMPTY_CONFIG } from './config.ts';
import type { KeyPath, Problem } from './problem.ts';
import { mergeConfigs } from './project/merge.ts';

const ownProvider = (path: KeyPath, provider: ConfiguredProvider, ids: readonly string[]): Problem[] => {
  const problems: Problem[] = [];
  if (provider.type === undefined) {
    const guess = suggestion(String(path.at(-1)), ids).hint;
    const hint = `add "type: anthropic" for a provider of your own${guess === undefined ? '' : `, or ${guess}`}`;
    problems.push({ path, text: 'is not a built-in provider', hint });
  } else if (provider.baseUrl === undefined) {
    problems.push({ path, text: 'has no baseUrl', hint: 'add "baseUrl: https://…"' });
  }
  return problems;
};

const ofProvider = ([id, provider]: readonly [string, ConfiguredProvider], builtin: Builtin): Problem[] => {
  const path = ['providers', id];
  if (builtin.ids.includes(id)) {
    if (provider.type === undefined) return [];
    const hint = 'leave "type" out to refine it, or choose another name';
    return [{ path: [...path, 'type'], text: `${id} is built in`, hint }];
  }
  if (builtin.flags.includes(id)) {
    return [{ path, text: `--${id} already has a meaning on the command line`, hint: 'choose another name' }];
  }
  return ownProvider(path, provider, builtin.ids);
};

/** A name that is used must be one that exists. */
const missing = (path: KeyPath, name: string | undefined, known: readonly string[]): Problem[] => {
  if (name === undefined || known.includes(name)) return [];
  const what = path.at(-1);
  const hint = suggestion(name, known).hint ?? `known: ${known.length === 0 ? 'none' : known.join(', ')}`;
  return [{ path, text: `there is no ${what} "${name}"`, hint }];
};

const ofChoice = (path: KeyPath, choice: Defaults, providers: readonly string[]): Problem[] => [
  ...missing([...path, 'provider'], choice.provider, providers),
  ...(choice.tier === undefined || choice.model === undefined
    ? []
    : [
        {
          path: [...path, 'model'],
          text: 'a model and a tier exclude each other',
          hint: 'leave one of them out',
        },
      ]),
];

/**
 * What no single key can tell: names that clash, lead nowhere or exclude each other.
 * @param base the configuration whose names it may use
 */
export const relationProblems = (config: Config, builtin: Builtin, base = EMPTY_CONFIG): Problem[] => {
  const { defaults } = config;
  const { profiles, providers: sections } = mergeConfigs(base, config);
  const providers = [...new Set([...builtin.ids, ...Object.keys(sections)])];
  return [
    ...Object.entries(sections).flatMap((entry) => ofProvider(entry, builtin)),
    ...ofChoice(['defaults'], defaults, providers),
    ...missing(['defaults', 'profile'], defaults.profile, Object.keys(profiles)),
    ...Object.entries(profiles).flatMap(([name, profile]) =>
      ofChoice(['profiles', name], profile, providers),
    ),
  ];
};
