import { UserError } from '../errors.ts';
import { text } from '../plan/env-patch.ts';
import { awsCredential } from './aws-credentials.ts';
import { awsRegion } from './aws-region.ts';
import { override } from './codex-config.ts';
import { codexModels } from './codex-models.ts';
import type { ProviderContext, ProviderSetup } from './provider.ts';

const ID = 'amazon-bedrock';
/** What Bedrock puts before the ids of these models. */
export const OPENAI = 'openai.';

const ACCOUNT = `model_providers.${ID}.aws`;

/** Codex talks to another API of Bedrock than Claude Code: a gateway for the one is none for the other. */
const refuseGateway = ({ settings }: ProviderContext): void => {
  const setting = (['baseUrl', 'skipAuth'] as const).find((name) => settings[name]);
  if (setting === undefined) return;
  throw new UserError(`providers.aws.${setting}: Codex cannot use a gateway for the Claude models`, {
    hint: 'Put it into a profile that is for Claude Code.',
  });
};

/**
 * OpenAI's models on Amazon Bedrock (developers.openai.com/codex, "Amazon Bedrock"): a bearer token wins over the AWS
 * credential chain there, as it does in Claude Code.
 */
export const codexAws = (context: ProviderContext): ProviderSetup => {
  refuseGateway(context);
  const access = awsCredential(context);
  const region = awsRegion(context, access.profile);
  return {
    env: { AWS_REGION: text(region), ...access.env },
    clear: access.clear,
    args: [
      ...override('model_provider', ID),
      ...override(`${ACCOUNT}.region`, region),
      ...(access.profile === undefined ? [] : override(`${ACCOUNT}.profile`, access.profile)),
    ],
    auth: access.auth,
    region,
    ...codexModels(context, OPENAI),
    warnings: access.warnings ?? [],
  };
};
