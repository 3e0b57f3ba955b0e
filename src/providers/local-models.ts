import { UserError } from '../errors.ts';
import { TIERS, type Tier } from '../plan/selection.ts';
import { given } from './inputs.ts';
import type { LocalServer } from './local-server.ts';
import { definedModels } from './models.ts';
import type { ProviderContext, ProviderSetup, TierModels } from './provider.ts';

const MODEL_LEVELS: Readonly<Record<Tier, string>> = {
  fable: 'HIGH',
  opus: 'HIGH',
  sonnet: 'MID',
  haiku: 'LOW',
};

/** Which configured model stands in for a tier that has none. */
const STAND_INS: readonly Tier[] = ['opus', 'sonnet', 'haiku', 'fable'];

/** Models that only turn text into vectors; a session cannot talk to them. */
const isEmbedding = (name: string): boolean => /embed|minilm|(^|[/-])(bge|gte|e5)-/i.test(name);

/**
 * The models in a server's list that a session can talk to.
 * @param list what should be an array of objects with a name under `key`
 * @throws TypeError when it is not
 */
export const readModelNames = (list: unknown, key: string): string[] => {
  if (!Array.isArray(list)) throw new TypeError('not a list of models');
  const names = list.map((entry: Record<string, unknown>) => entry[key]);
  if (!names.every((name) => typeof name === 'string')) throw new TypeError('a model without a name');
  return names.filter((name) => !isEmbedding(name));
};

/** Where the caller may name a tier's model at a local server, e.g. `OLLAMA_MODEL_HIGH`. */
export const levelVariable = (server: Pick<LocalServer, 'modelVariable'>, tier: Tier): string =>
  `${server.modelVariable}_${MODEL_LEVELS[tier]}`;

const standIn = (models: TierModels): string | undefined =>
  STAND_INS.map((tier) => models[tier]).find((id) => id !== undefined);

/** Ollama lists `name:latest` for what everybody calls `name`. */
const isListed = (model: string, installed: readonly string[]): boolean =>
  installed.includes(model) || installed.includes(`${model}:latest`);

/** @throws UserError when the server does not run or has no model, and none was named */
const checkedList = (server: LocalServer, { facts, model }: ProviderContext, url: string) => {
  if (facts.localModels === undefined && model === undefined) {
    throw new UserError(`${server.title} does not answer at ${url}`, { hint: server.startHint });
  }
  if (facts.localModels?.length === 0 && model === undefined) {
    throw new UserError(`${server.title} at ${url} has no models installed`, { hint: server.installHint });
  }
  return facts.localModels;
};

/** What the configuration and the caller name, and what that makes of each tier. */
const named = (server: LocalServer, { settings, env }: ProviderContext) => {
  const fromConfig = settings.models ?? {};
  const fromEnv = definedModels((tier) => given(env, levelVariable(server, tier)));
  const models = definedModels((tier) => fromConfig[tier] || fromEnv[tier]);
  const of = (tier: Tier) => models[tier] ?? standIn(fromConfig) ?? standIn(fromEnv);
  return { models, of };
};

/** The model of each tier: named for it, else for another one, else the first that is installed. */
export const localTierModels = (server: LocalServer, context: ProviderContext): TierModels => {
  const { of } = named(server, context);
  return definedModels((tier) => of(tier) ?? context.facts.localModels?.[0]);
};

/**
 * The models of a local session: `--model`, the tier's own in the configuration and then in
 * `{SERVER}_MODEL_{HIGH,MID,LOW}`, any configured one, the first that is installed.
 * @param url the server's address, for messages
 * @throws UserError when that leaves nothing, or the server does not answer and no model was named
 */
export const localModels = (
  server: LocalServer,
  context: ProviderContext,
  url: string,
): Pick<ProviderSetup, 'models' | 'model' | 'smallModel' | 'warnings'> & { model: string | undefined } => {
  const installed = checkedList(server, context, url);
  const { models, of } = named(server, context);
  const model = context.model ?? of(context.tier ?? 'opus') ?? installed?.[0];
  const small = context.settings.smallModel || models.haiku;
  const chosen = new Set([...TIERS.map((tier) => models[tier]), context.settings.smallModel || undefined]);
  const absent = [...chosen].filter((id) => id !== undefined && installed && !isListed(id, installed));
  return {
    models,
    model,
    ...(small && small !== model && { smallModel: small }),
    warnings: absent.map((id) => `${server.title} does not list the model ${id}. ${server.installHint}`),
  };
};
