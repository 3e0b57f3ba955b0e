import * as v from 'valibot';
import { EFFORTS, PAYERS, TIERS, TOOL_IDS } from '../plan/selection.ts';
import { secretRef } from './secret-schema.ts';
import { argv, label, modelPrefix, providerId, text, variables, webAddress } from './values.ts';

/** An optional key with the text that editors show for it (see scripts/json-schema.mjs). */
export const key = <S extends v.GenericSchema<unknown, unknown>>(schema: S, description: string) =>
  Object.assign(v.exactOptional(schema), { description });

/** Whether a key of this name stands anywhere in the data that a schema is made for. */
export type Wanted = (name: string) => boolean;

export const everything: Wanted = () => true;

/** In place of the schema of a key that the data does not have: to build that takes longer than all of the checking. */
const ABSENT = key(v.unknown(), '');

/** Makes the keys of a section; a schema is built only for those that are wanted. */
export const keysFor =
  (wanted: Wanted) =>
  <S extends v.GenericSchema<unknown, unknown>>(name: string, schema: () => S, description: string) =>
    (wanted(name) ? key(schema(), description) : ABSENT) as ReturnType<typeof key<S>>;

type Keys = ReturnType<typeof keysFor>;

const models = (one: Keys) =>
  v.object({
    fable: one('fable', text, 'Model id of the tier fable.'),
    opus: one('opus', text, 'Model id of the tier opus.'),
    sonnet: one('sonnet', text, 'Model id of the tier sonnet.'),
    haiku: one('haiku', text, 'Model id of the tier haiku.'),
  } satisfies Record<(typeof TIERS)[number], unknown>);

const choiceKeys = (one: Keys) => ({
  tool: one('tool', () => v.picklist(TOOL_IDS), 'The tool to start: cc (Claude Code) or codex (Codex CLI).'),
  provider: one('provider', providerId, 'The provider: a built-in id or one of the section "providers".'),
  tier: one('tier', () => v.picklist(TIERS), 'The model tier; each provider maps it to a model.'),
  model: one('model', text, 'An exact model id instead of a tier.'),
  team: one('team', v.boolean, 'Whether agent teams are on.'),
  effort: one('effort', () => v.picklist(EFFORTS), 'How much the model thinks.'),
});

const connectionKeys = (one: Keys) => ({
  baseUrl: one('baseUrl', webAddress, 'Where requests go (http or https).'),
  region: one('region', label, 'Cloud region, e.g. us-west-2; "global" for Vertex AI.'),
  awsProfile: one('awsProfile', text, 'Profile of the AWS config and credentials files.'),
  project: one('project', text, 'Google Cloud project of Vertex AI.'),
  resource: one('resource', label, 'Microsoft Foundry resource, the first part of its host name.'),
  skipAuth: one('skipAuth', v.boolean, 'Send no credential: a gateway adds it.'),
  apiKey: one('apiKey', secretRef, 'API key: a reference, or the key itself in a file only you can read.'),
  token: one(
    'token',
    secretRef,
    'Bearer token: a reference, or the token itself in a file only you can read.',
  ),
  models: one('models', () => models(one), 'Model ids by tier.'),
  smallModel: one('smallModel', text, 'Model id of the small, fast model.'),
  modelPrefix: one(
    'modelPrefix',
    modelPrefix,
    'Bedrock inference-profile prefix: us, eu, apac, global, us-gov; empty for none.',
  ),
  env: one('env', variables, 'Further variables of the session.'),
});

const programs = () => v.array(argv());

const hookKeys = (one: Keys) => ({
  start: one('start', programs, 'Programs that run when a session starts.'),
  cleanup: one('cleanup', programs, 'Programs that run when a session ends.'),
});

/** The schema of the section `defaults`. */
export const defaultsSchema = (one = keysFor(everything)) =>
  v.object({
    ...choiceKeys(one),
    profile: one('profile', text, 'The profile that applies when no other is named.'),
  });

/** The schema of one profile. */
export const profileSchema = (one: Keys) => v.object({ ...choiceKeys(one), ...connectionKeys(one) });

/** The schema of a section `hooks`. */
export const hooksSchema = (one: Keys) => v.object(hookKeys(one));

/** The schema of one provider. */
export const providerSchema = (one: Keys) =>
  v.object({
    type: one(
      'type',
      () => v.literal('anthropic'),
      'Marks a provider of your own; it speaks the Anthropic API.',
    ),
    title: one('title', text, 'The name shown in listings.'),
    payer: one('payer', () => v.picklist(PAYERS), 'Who pays: subscription, api, cloud or local.'),
    ...connectionKeys(one),
    hooks: one('hooks', () => hooksSchema(one), 'Programs (lists of words, no shell) of this provider.'),
  });
