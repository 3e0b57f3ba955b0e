import * as v from 'valibot';
import { EFFORTS, PAYERS, TIERS, TOOL_IDS } from '../plan/selection.ts';
import { secretRef } from './secret-schema.ts';
import { argv, label, modelPrefix, providerId, text, variables, webAddress } from './values.ts';

/** An optional key with the text that editors show for it. */
export const key = <S extends v.GenericSchema<unknown, unknown>>(schema: S, description: string) =>
  v.exactOptional(v.pipe(schema, v.description(description)));

const choice = () => ({
  tool: key(v.picklist(TOOL_IDS), 'The tool to start: cc (Claude Code) or codex (Codex CLI).'),
  provider: key(providerId(), 'The provider: a built-in id or one of the section "providers".'),
  tier: key(v.picklist(TIERS), 'The model tier; each provider maps it to a model.'),
  model: key(text(), 'An exact model id instead of a tier.'),
  team: key(v.boolean(), 'Whether agent teams are on.'),
  effort: key(v.picklist(EFFORTS), 'How much the model thinks.'),
});

export const defaultsSchema = () =>
  v.object({ ...choice(), profile: key(text(), 'The profile that applies when no other is named.') });

const models = () => {
  const ids = TIERS.map((tier) => [tier, key(text(), `Model id of the tier ${tier}.`)] as const);
  return v.object(Object.fromEntries(ids) as Record<(typeof TIERS)[number], (typeof ids)[number][1]>);
};

const connection = () => ({
  baseUrl: key(webAddress(), 'Where requests go (http or https).'),
  region: key(label(), 'Cloud region, e.g. us-west-2; "global" for Vertex AI.'),
  awsProfile: key(text(), 'Profile of the AWS config and credentials files.'),
  project: key(text(), 'Google Cloud project of Vertex AI.'),
  resource: key(label(), 'Microsoft Foundry resource, the first part of its host name.'),
  skipAuth: key(v.boolean(), 'Send no credential: a gateway adds it.'),
  apiKey: key(secretRef(), 'API key: a reference, or the key itself in a file only you can read.'),
  token: key(secretRef(), 'Bearer token: a reference, or the token itself in a file only you can read.'),
  models: key(models(), 'Model ids by tier.'),
  smallModel: key(text(), 'Model id of the small, fast model.'),
  modelPrefix: key(
    modelPrefix(),
    'Bedrock inference-profile prefix: us, eu, apac, global, us-gov; empty for none.',
  ),
  env: key(variables(), 'Further variables of the session.'),
});

export const profileSchema = () => v.object({ ...choice(), ...connection() });

export const hooksSchema = () =>
  v.object({
    start: key(v.array(argv()), 'Programs that run when a session starts.'),
    cleanup: key(v.array(argv()), 'Programs that run when a session ends.'),
  });

export const providerSchema = () =>
  v.object({
    type: key(v.literal('anthropic'), 'Marks a provider of your own; it speaks the Anthropic API.'),
    title: key(text(), 'The name shown in listings.'),
    payer: key(v.picklist(PAYERS), 'Who pays: subscription, api, cloud or local.'),
    ...connection(),
    hooks: key(hooksSchema(), 'Programs (lists of words, no shell) of this provider.'),
  });
