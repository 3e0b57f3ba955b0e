import type { Effort, Selection, Tier, ToolId } from '../plan/selection.ts';
import type { PromptStyle } from '../prompt/style.ts';
import type { ProviderSettings } from '../providers/provider.ts';

/** What applies when nothing else is said. */
export interface Defaults {
  readonly tool?: ToolId;
  readonly provider?: string;
  readonly profile?: string;
  readonly tier?: Tier;
  readonly model?: string;
  readonly team?: boolean;
  readonly effort?: Effort;
}

/** A named bundle: a choice, refinements of the provider it chooses, and extra variables of the session. */
export interface Profile
  extends Omit<Defaults, 'profile'>,
    Omit<ProviderSettings, 'title' | 'payer' | 'hooks'> {}

/** A provider section; `type` marks one that is not built in. */
export interface ConfiguredProvider extends ProviderSettings {
  readonly type?: 'anthropic';
}

/** The user's configuration after validation: plain data, nothing resolved, no secret values but literal ones. */
export interface Config {
  readonly defaults: Defaults;
  readonly profiles: Readonly<Record<string, Profile>>;
  readonly providers: Readonly<Record<string, ConfiguredProvider>>;
  /** Providers that a script run goes on with, in order, when its provider cannot answer. */
  readonly fallback?: readonly string[];
  /** What the file of the project chooses, by its path. */
  readonly project?: { readonly path: string; readonly selection: Selection };
  /** How the session shows in prompts. */
  readonly prompt?: PromptStyle;
}

/** Records without a prototype: a profile called `toString` exists only if somebody wrote it. */
export const bare = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.assign(Object.create(null) as Record<string, T>, record);

/** The configuration of somebody who has none. */
export const EMPTY_CONFIG: Config = { defaults: {}, profiles: {}, providers: {} };
