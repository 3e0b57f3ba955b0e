import type { Config } from '../config/config.ts';
import type { DefaultKey, DefaultsChange } from '../config/edit.ts';
import { changeDefaults } from '../config/edit-check.ts';
import { openConfig, saveConfig } from '../config/edit-file.ts';
import { defaultsSchema } from '../config/sections.ts';
import { UsageError } from '../errors.ts';
import { accountFlags } from '../plan/account.ts';
import { choose } from '../plan/choose.ts';
import type { Selection } from '../plan/selection.ts';
import { allProviders, findProvider } from '../providers/index.ts';
import { BUILTIN } from '../start/decide.ts';
import { escapeText } from '../text/escape.ts';
import { findTool } from '../tools/index.ts';
import type { World } from '../world.ts';
import type { RunRequest } from './request.ts';

/** What a default can say, in the order in which new keys are written. */
const keys = (): DefaultKey[] => Object.keys(defaultsSchema().entries) as DefaultKey[];

const profileProvider = ({ profiles }: Config, name: string | undefined): string | undefined =>
  name === undefined ? undefined : profiles[name]?.provider;

const providerOf = (config: Config, { provider, profile }: Selection): string | undefined =>
  profileProvider(config, profile) ?? provider;

/** Does the provider in force become another one? Then an exact model id means nothing any more. */
const changesProvider = (config: Config, selection: Selection): boolean => {
  const [before, after] = [providerOf(config, config.defaults), providerOf(config, selection)];
  return before !== undefined && after !== undefined && before !== after;
};

/** What gives way to the selection; a profile without a provider of its own still needs the default one. */
const replaced = (config: Config, selection: Selection): DefaultKey[] => {
  const { provider, profile, tier, model } = selection;
  const gone: Partial<Record<DefaultKey, boolean>> = {
    profile: provider !== undefined,
    provider: profileProvider(config, profile) !== undefined,
    model: tier !== undefined || changesProvider(config, selection),
    tier: model !== undefined,
  };
  return keys().filter((key) => gone[key] && selection[key] === undefined);
};

/** @throws UsageError for an unknown provider or profile, and a provider that the tool cannot use */
const knownProvider = (selection: Selection, config: Config): Selection => {
  const { provider, profile } = { ...config.defaults, ...selection };
  if (provider === undefined && profile === undefined) return selection;
  const choice = choose(selection, config);
  return selection.provider === undefined ? selection : { ...selection, provider: choice.provider.id };
};

const setting = (asked: Selection, config: Config): DefaultsChange => {
  const [account] = accountFlags(asked);
  if (account !== undefined) {
    const hint = 'Put it into a profile or into the section of the provider, and leave it out here.';
    throw new UsageError(`--set-default cannot keep ${account}`, hint);
  }
  const selection = knownProvider(asked, config);
  const set = keys().flatMap((key) => {
    const value = selection[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  if (set.length > 0) return { set, drop: replaced(config, selection) };
  throw new UsageError(
    '--set-default has nothing to keep',
    'Name the choice too, e.g. ai --aws --opus --set-default.',
  );
};

const clearing = (): DefaultsChange => ({ set: [], drop: keys() });

/** A default that no run could start with is none. @throws UsageError like {@link choose} */
const requireUsable = (config: Config): void => {
  const { provider, profile } = config.defaults;
  if (provider !== undefined || profile !== undefined) choose({}, config);
};

/** `AWS Bedrock, opus`; `none` */
const describe = ({ defaults, providers }: Config): string => {
  const { tool, provider, profile, tier, model, effort, team } = defaults;
  const known = provider === undefined ? undefined : findProvider(provider, allProviders(providers));
  const parts = [
    tool && findTool(tool).title,
    profile && `profile ${profile}`,
    known?.title,
    tier ?? model,
    effort && `effort ${effort}`,
    team === undefined ? undefined : `agent teams ${team ? 'on' : 'off'}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'none' : escapeText(parts.join(', '));
};

/**
 * Saves what the request chooses as the user's default (`--set-default`), or forgets the default (`--clear-default`), and
 * says on stderr what it is now. Nothing is written before everything is checked.
 * @throws UsageError for nothing to save, both flags, an unknown provider or profile, a choice that no run could use
 * @throws UserError when the configuration is wrong, cannot be edited or cannot be written; it is then as it was
 */
export const keepDefault = async (world: World, request: RunRequest): Promise<void> => {
  const { selection, setDefault, clearDefault, quiet } = request;
  if (setDefault && clearDefault) {
    throw new UsageError('--set-default and --clear-default exclude each other', 'give one of them');
  }
  const file = await openConfig(world, BUILTIN);
  const change = clearDefault ? clearing() : setting(selection, file.config);
  const { text, config } = await changeDefaults(file, change, BUILTIN);
  requireUsable(config);
  if (text !== file.text) saveConfig(world, file, text);
  if (!quiet) world.err(`ai: default: ${describe(config)} (${file.name})\n`);
};
