import * as v from 'valibot';
import { EFFORTS, PAYERS, TIERS, TOOL_IDS } from '../plan/selection.ts';
import { secretRef } from './secret-schema.ts';
import { argv, label, modelPrefix, providerId, text, variables, webAddress } from './values.ts';

/** An optional key with the text that editors show for it (see scripts/json-schema.mjs). */
export const key = <S extends v.GenericSchema<unknown, unknown>>(schema: S, description: string) =>
  Object.assign(v.exactOptional(schema), { description });

const models = (id: ReturnType<typeof text>) =>
  v.object({
    fable: key(id, 'Model id of the tier fable.'),
    opus: key(id, 'Model id of the tier opus.'),
    sonnet: key(id, 'Model id of the tier sonnet.'),
    haiku: key(id, 'Model id of the tier haiku.'),
  } satisfies Record<(typeof TIERS)[number], unknown>);

const choiceKeys = (id: ReturnType<typeof text>) => ({
  tool: key(v.picklist(TOOL_IDS), 'The tool to start: cc (Claude Code) or codex (Codex CLI).'),
  provider: key(providerId(), 'The provider: a built-in id or one of the section "providers".'),
  tier: key(v.picklist(TIERS), 'The model tier; each provider maps it to a model.'),
  model: key(id, 'An exact model id instead of a tier.'),
  team: key(v.boolean(), 'Whether agent teams are on.'),
  effort: key(v.picklist(EFFORTS), 'How much the model thinks.'),
});

const connectionKeys = (id: ReturnType<typeof text>, secret = secretRef(), name = label()) => ({
  baseUrl: key(webAddress(), 'Where requests go (http or https).'),
  region: key(name, 'Cloud region, e.g. us-west-2; "global" for Vertex AI.'),
  awsProfile: key(id, 'Profile of the AWS config and credentials files.'),
  project: key(id, 'Google Cloud project of Vertex AI.'),
  resource: key(name, 'Microsoft Foundry resource, the first part of its host name.'),
  skipAuth: key(v.boolean(), 'Send no credential: a gateway adds it.'),
  apiKey: key(secret, 'API key: a reference, or the key itself in a file only you can read.'),
  token: key(secret, 'Bearer token: a reference, or the token itself in a file only you can read.'),
  models: key(models(id), 'Model ids by tier.'),
  smallModel: key(id, 'Model id of the small, fast model.'),
  modelPrefix: key(
    modelPrefix(),
    'Bedrock inference-profile prefix: us, eu, apac, global, us-gov; empty for none.',
  ),
  env: key(variables(), 'Further variables of the session.'),
});

const hookKeys = (programs = v.array(argv())) => ({
  start: key(programs, 'Programs that run when a session starts.'),
  cleanup: key(programs, 'Programs that run when a session ends.'),
});

const defaultsOf = (choice: ReturnType<typeof choiceKeys>, id: ReturnType<typeof text>) =>
  v.object({ ...choice, profile: key(id, 'The profile that applies when no other is named.') });

/** The schema of the section `defaults` alone. */
export const defaultsSchema = (id = text()) => defaultsOf(choiceKeys(id), id);

/** The schemas of the sections; what they have in common is made once, for every start pays for it. */
export const sections = () => {
  const id = text();
  const choice = choiceKeys(id);
  const connection = connectionKeys(id);
  const hooks = v.object(hookKeys());
  return {
    id,
    hooks,
    defaults: defaultsOf(choice, id),
    profile: v.object({ ...choice, ...connection }),
    provider: v.object({
      type: key(v.literal('anthropic'), 'Marks a provider of your own; it speaks the Anthropic API.'),
      title: key(id, 'The name shown in listings.'),
      payer: key(v.picklist(PAYERS), 'Who pays: subscription, api, cloud or local.'),
      ...connection,
      hooks: key(hooks, 'Programs (lists of words, no shell) of this provider.'),
    }),
  };
};
