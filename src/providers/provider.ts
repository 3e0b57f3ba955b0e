import type { EnvEntries, SecretRef } from '../plan/env-patch.ts';
import type { Effort, Payer, Tier } from '../plan/selection.ts';
import type { Env } from '../world.ts';

/** Model ids by tier. A tier without an id falls back to the session's main model. */
export type TierModels = Readonly<Partial<Record<Tier, string>>>;

/** Programs (argv lists) of a provider that run when a session starts and ends. */
export interface ProviderHooks {
  readonly start?: readonly (readonly string[])[];
  readonly cleanup?: readonly (readonly string[])[];
}

/** A provider's section of the configuration, with the profile's refinements already laid over it. */
export interface ProviderSettings {
  readonly title?: string;
  readonly payer?: Payer;
  readonly baseUrl?: string;
  readonly region?: string;
  readonly awsProfile?: string;
  readonly project?: string;
  readonly resource?: string;
  readonly skipAuth?: boolean;
  readonly apiKey?: SecretRef;
  readonly token?: SecretRef;
  readonly models?: TierModels;
  readonly smallModel?: string;
  /** Bedrock only: inference-profile prefix (`us`, `eu`, `apac`, `global`, `us-gov`) instead of the region's. */
  readonly modelPrefix?: string;
  readonly hooks?: ProviderHooks;
  readonly env?: Readonly<Record<string, string>>;
}

/** What the machine knows, gathered before the pure step. Only the facts that a provider names in `needs`. */
export interface Facts {
  /** Profiles in the AWS config and credentials files, with the region each one sets. */
  readonly awsProfiles?: ReadonlyMap<string, { readonly region?: string }>;
  /** The cloud whose virtual machine this is, by the firmware's vendor strings; instance roles work there. */
  readonly cloudHost?: 'aws' | 'google' | 'azure';
  /** Which of the ways to reach Google credentials exist on disk. */
  readonly google?: { readonly adcFile?: string; readonly gcloud: boolean };
  /** Whether the Azure CLI has been logged in on this machine. */
  readonly azureCli?: boolean;
  /** Whether a Claude login is stored on this machine; `undefined` where it cannot be seen (macOS keychain). */
  readonly claudeLogin?: boolean;
  /** What Codex has stored of a login; `undefined` where none is seen (it may be in the system's keyring). */
  readonly codexLogin?: 'subscription' | 'key';
  /** Models that the local server has installed, most recent first; `undefined` when it did not answer. */
  readonly localModels?: readonly string[];
}

/** Settings that variables of the caller may give, too. */
export type VariableSetting = 'baseUrl' | 'region' | 'awsProfile' | 'project' | 'resource';

export type FactName = keyof Facts;

/** A question to a local model server: where, and how to read its answer. */
export interface LocalProbe {
  readonly url: string;
  /** Model names in the order of preference; throws on an answer of another shape. */
  read(body: unknown): string[];
}

export interface ProviderContext {
  /** The caller's exported variables: names and non-secret values are inputs, secrets only by reference. */
  readonly env: Env;
  readonly home: string | undefined;
  readonly settings: ProviderSettings;
  readonly facts: Facts;
  readonly tier: Tier | undefined;
  readonly model: string | undefined;
}

/** What a provider decides about a session. */
export interface ProviderSetup {
  /** Variables that select, route and authenticate; models are the tool's business. */
  readonly env: EnvEntries;
  /** Cloud account variables that would win over the chosen credential. */
  readonly clear?: readonly string[];
  /**
   * The client finds the credential by itself, outside the environment: a stored login, a metadata service. Told that its
   * host manages the provider, Claude Code 2.1.330 does not look there, so such a session goes without that mark.
   */
  readonly ambient?: boolean;
  /** Who is asked for access, e.g. `AWS credentials (profile: default)`. */
  readonly auth: string;
  readonly region?: string;
  readonly project?: string;
  readonly models: TierModels;
  /** The main model; `undefined` leaves it to the tool. */
  readonly model: string | undefined;
  readonly smallModel?: string;
  /** Arguments that the tool needs beside the environment, e.g. Codex's `-c …`. */
  readonly args?: readonly string[];
  readonly warnings?: readonly string[];
}

/** One provider: data, and pure functions over it. Adding one is a file here and a line in `index.ts`. */
export interface Provider {
  readonly id: string;
  readonly title: string;
  /** Words after `--` that choose it, e.g. `ollama`, `ol`. The first is the canonical one. */
  readonly flags: readonly string[];
  /** One line for `--help`. */
  readonly summary: string;
  /** Who pays, where the configuration does not say otherwise. */
  readonly payer: Payer;
  readonly needs?: readonly FactName[];
  /** Variables of the caller that may name the provider's credential (references, never copied). */
  readonly credentials: readonly string[];
  /** Variables of the caller that give a setting where the configuration is silent, in the order in which they count. */
  readonly variables?: Readonly<Partial<Record<VariableSetting, readonly string[]>>>;
  /** The variable of the caller that gives the id of a tier where the configuration is silent, e.g. `CLAUDE_MODEL_OPUS_AWS`. */
  modelVariable?(tier: Tier): string;
  /** The local server's list of models, asked only when no model was named. */
  probe?(env: Env, settings: ProviderSettings): LocalProbe;
  /** @throws UserError when a credential or a necessary setting is missing; names every accepted way. */
  setup(context: ProviderContext): ProviderSetup;
  /** The model that a session has with each tier, as far as it can be told without a credential. */
  models(context: ProviderContext): TierModels;
  /** The same as `setup` for Codex; absent where Codex cannot use this provider. */
  codex?(context: ProviderContext): ProviderSetup;
  /** The same as `models` for Codex. */
  codexModels?(context: ProviderContext): TierModels;
}

/** What a tool adds to the environment of every session, whatever the provider. */
export interface ToolContext {
  readonly effort: Effort | undefined;
  readonly team: boolean | undefined;
  readonly setup: ProviderSetup;
}
