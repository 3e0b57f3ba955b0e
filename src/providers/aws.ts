import { type EnvEntries, text } from '../plan/env-patch.ts';
import { awsCredential } from './aws-credentials.ts';
import { awsRegion, modelPrefix, REGIONS } from './aws-region.ts';
import { bare, parseBaseUrl } from './base-url.ts';
import { codexAws, OPENAI } from './codex-aws.ts';
import { codexModels } from './codex-models.ts';
import { chooseModels, type ModelChoice, mapModels, modelVariable } from './models.ts';
import type { Provider, ProviderContext, ProviderSetup } from './provider.ts';

/** They would send the requests of the AWS SDK elsewhere. */
const ENDPOINTS = ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_BEDROCK', 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME'];

const MODEL_SUFFIX = 'AWS';

const baseUrl = (value: string | undefined): EnvEntries =>
  value ? { ANTHROPIC_BEDROCK_BASE_URL: text(bare(parseBaseUrl(value, 'providers.aws.baseUrl'))) } : {};

const modelsIn = (context: ProviderContext, region: string): ModelChoice => {
  const prefix = modelPrefix(region, context.settings.modelPrefix);
  return chooseModels(
    context,
    mapModels((id) => `${prefix}anthropic.${id}`),
    MODEL_SUFFIX,
  );
};

/** Without a credential there is no profile that could name the region. */
const profileOf = (context: ProviderContext): string | undefined => {
  try {
    return awsCredential(context).profile;
  } catch {
    return undefined;
  }
};

const setup = (context: ProviderContext): ProviderSetup => {
  const { settings } = context;
  const access = awsCredential(context);
  const region = awsRegion(context, access.profile);
  return {
    env: {
      CLAUDE_CODE_USE_BEDROCK: text('1'),
      AWS_REGION: text(region),
      ...baseUrl(settings.baseUrl),
      ...access.env,
    },
    clear: [...access.clear, ...ENDPOINTS],
    auth: access.auth,
    ...(access.ambient && { ambient: true }),
    region,
    ...modelsIn(context, region),
    warnings: access.warnings ?? [],
  };
};

/** Claude on Amazon Bedrock (code.claude.com, "Amazon Bedrock"). */
export const aws: Provider = {
  id: 'aws',
  title: 'AWS Bedrock',
  flags: ['aws'],
  summary: 'Amazon Bedrock with your AWS credentials or a Bedrock API key',
  payer: 'cloud',
  needs: ['awsProfiles', 'cloudHost'],
  credentials: [
    'AWS_BEARER_TOKEN_BEDROCK',
    'AWS_PROFILE',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN',
  ],
  variables: { region: REGIONS, awsProfile: ['AWS_PROFILE'] },
  modelVariable: modelVariable(MODEL_SUFFIX),
  setup,
  models: (context) => modelsIn(context, awsRegion(context, profileOf(context))).models,
  codex: codexAws,
  codexModels: (context) => codexModels(context, OPENAI).models,
};
