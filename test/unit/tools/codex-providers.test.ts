import { PROVIDERS } from '../../../src/providers/index.ts';
import type { ProviderContext, ProviderSetup } from '../../../src/providers/provider.ts';
import { context, shownSetup } from '../providers/context.ts';

/** The side of a provider that Codex sees. */
const setup = (id: string, parts: Partial<ProviderContext> = {}): ProviderSetup => {
  const codex = PROVIDERS.find((provider) => provider.id === id)?.codex;
  if (codex === undefined) throw new Error(`${id} has no side for Codex`);
  return codex(context(parts));
};

const service = (name: string, url: string, key: string) => [
  ...['-c', 'model_provider="ai-runner"'],
  ...['-c', `model_providers.ai-runner.name="${name}"`],
  ...['-c', `model_providers.ai-runner.base_url="${url}"`],
  ...['-c', `model_providers.ai-runner.env_key="${key}"`],
];

const OPENAI = service('OpenAI', 'https://api.openai.com/v1', 'CODEX_API_KEY');
const azure = (resource: string) =>
  service('Azure OpenAI', `https://${resource}.openai.azure.com/openai/v1`, 'AZURE_OPENAI_API_KEY');
const bedrock = (...account: string[]) =>
  [
    'model_provider="amazon-bedrock"',
    ...account.map((pair) => `model_providers.amazon-bedrock.aws.${pair}`),
  ].flatMap((pair) => ['-c', pair]);
const OLLAMA = ['-c', 'model_provider="ollama"'];
const MODELS = { fable: 'gpt-6-astra', opus: 'gpt-6.1-sol', sonnet: 'gpt-6.1-terra', haiku: 'gpt-6-luna' };

/** `env` is compared as a whole, the rest by what a row names; AWS's own ways in have tests of their own. */
type Expected = Omit<Partial<ProviderSetup>, 'env'> & { readonly env?: object };

const rows: [string, string, Partial<ProviderContext>, Expected][] = [
  [
    'a key for Codex',
    'apikey',
    { env: { CODEX_API_KEY: 'k', OPENAI_API_KEY: 'other' } },
    {
      env: { CODEX_API_KEY: '$CODEX_API_KEY' },
      args: OPENAI,
      auth: 'API key',
      model: undefined,
    },
  ],
  [
    'a key of OpenAI, and a tier',
    'apikey',
    { env: { CODEX_API_KEY: '', OPENAI_API_KEY: 'k' }, tier: 'opus' },
    { env: { CODEX_API_KEY: '$OPENAI_API_KEY' }, args: OPENAI, model: 'gpt-6.1-sol', models: MODELS },
  ],
  [
    'what the configuration says of Anthropic',
    'apikey',
    {
      env: { OPENAI_API_KEY: 'k' },
      tier: 'haiku',
      settings: { apiKey: { env: 'ANTHROPIC' }, baseUrl: 'https://gw.example', models: { haiku: 'claude' } },
    },
    { env: { CODEX_API_KEY: '$OPENAI_API_KEY' }, args: OPENAI, model: 'gpt-6-luna' },
  ],
  [
    'the login',
    'pro',
    { env: { CLAUDE_CODE_OAUTH_TOKEN: 't', CODEX_API_KEY: 'k' }, facts: { codexLogin: 'subscription' } },
    {
      warnings: [],
      env: {},
      args: ['-c', 'model_provider="openai"'],
      auth: 'Subscription',
      model: undefined,
    },
  ],
  ['a login that nobody has seen', 'pro', {}, { warnings: [expect.stringContaining('no Codex login')] }],
  ['the login, and an exact model', 'pro', { model: 'gpt-5.5' }, { model: 'gpt-5.5' }],
  ['the login, and a tier', 'pro', { tier: 'sonnet' }, { model: 'gpt-6.1-terra' }],
  [
    'Azure by variables',
    'azure',
    { env: { AZURE_OPENAI_API_KEY: 'k', ANTHROPIC_FOUNDRY_RESOURCE: 'res' } },
    {
      env: { AZURE_OPENAI_API_KEY: '$AZURE_OPENAI_API_KEY' },
      args: azure('res'),
      auth: 'API key',
    },
  ],
  [
    'Azure by the configuration',
    'azure',
    {
      env: { AZURE_OPENAI_API_KEY: 'k', ANTHROPIC_FOUNDRY_RESOURCE: 'res' },
      settings: { resource: 'mine', apiKey: { command: ['pass', 'azure'] } },
    },
    { env: { AZURE_OPENAI_API_KEY: 'secret {"command":["pass","azure"]}' }, args: azure('mine') },
  ],
  [
    'a Bedrock key, and a tier',
    'aws',
    { env: { AWS_BEARER_TOKEN_BEDROCK: 'b', AWS_REGION: 'eu-west-1' }, tier: 'fable' },
    {
      env: { AWS_REGION: 'eu-west-1', AWS_BEARER_TOKEN_BEDROCK: '$AWS_BEARER_TOKEN_BEDROCK' },
      args: bedrock('region="eu-west-1"'),
      auth: 'Bedrock API key',
      region: 'eu-west-1',
      model: 'openai.gpt-6-astra',
    },
  ],
  [
    'an AWS profile',
    'aws',
    {
      settings: { awsProfile: 'work', region: 'us-west-2' },
      facts: { awsProfiles: new Map([['work', {}]]) },
    },
    {
      env: expect.objectContaining({ AWS_REGION: 'us-west-2', AWS_PROFILE: 'work' }),
      clear: expect.arrayContaining(['AWS_BEARER_TOKEN_BEDROCK']),
      args: bedrock('region="us-west-2"', 'profile="work"'),
      auth: 'AWS credentials (profile: work)',
      model: undefined,
      warnings: [],
    },
  ],
  [
    'an AWS access key',
    'aws',
    { env: { AWS_ACCESS_KEY_ID: 'i', AWS_SECRET_ACCESS_KEY: 's' } },
    {
      env: expect.objectContaining({ AWS_REGION: 'us-east-1' }),
      clear: expect.arrayContaining(['AWS_BEARER_TOKEN_BEDROCK', 'AWS_PROFILE']),
      args: bedrock('region="us-east-1"'),
      warnings: [],
    },
  ],
  [
    'an AWS profile that is not there',
    'aws',
    { env: { AWS_PROFILE: 'gone' }, facts: { awsProfiles: new Map() } },
    { args: bedrock('region="us-east-1"', 'profile="gone"'), warnings: [expect.stringContaining('"gone"')] },
  ],
  [
    'Ollama',
    'ollama',
    { env: { OLLAMA_HOST: 'gpu:1234' }, facts: { localModels: ['qwen3-coder:30b'] } },
    {
      env: { CODEX_OSS_BASE_URL: 'http://gpu:1234/v1' },
      args: OLLAMA,
      auth: 'None (local)',
      model: 'qwen3-coder:30b',
    },
  ],
  [
    'Ollama behind a proxy, with a model for the tier',
    'ollama',
    {
      env: { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'corp' },
      tier: 'haiku',
      settings: { models: { haiku: 'small' } },
      facts: { localModels: ['big', 'small'] },
    },
    {
      env: {
        CODEX_OSS_BASE_URL: 'http://localhost:11434/v1',
        NO_PROXY: 'corp,127.0.0.1,localhost,::1',
        no_proxy: 'corp,127.0.0.1,localhost,::1',
      },
      args: OLLAMA,
      model: 'small',
      models: { haiku: 'small' },
    },
  ],
  [
    'LM Studio with an exact model',
    'lmstudio',
    { model: 'm', settings: { baseUrl: 'http://box:99/v1' } },
    {
      env: { CODEX_OSS_BASE_URL: 'http://box:99/v1' },
      args: ['-c', 'model_provider="lmstudio"'],
      model: 'm',
    },
  ],
];

test.each(rows)('%s', (_, id, parts, { env, ...expected }) => {
  const { env: variables, ...rest } = shownSetup(setup(id, parts));
  expect(rest).toMatchObject(expected);
  expect(variables).toEqual(env ?? expect.anything());
});

const errors: [string, string, Partial<ProviderContext>, string, string][] = [
  ['no key', 'apikey', {}, 'no OpenAI API key found', 'CODEX_API_KEY or OPENAI_API_KEY'],
  [
    'a key of Anthropic alone',
    'apikey',
    { env: { ANTHROPIC_API_KEY: 'k' }, settings: { apiKey: { env: 'ANTHROPIC_API_KEY' } } },
    'no OpenAI API key found',
    'is a key of Anthropic',
  ],
  [
    'no resource',
    'azure',
    { env: { AZURE_OPENAI_API_KEY: 'k' } },
    'no Azure resource',
    'providers.azure.resource',
  ],
  [
    'an address for the Claude models',
    'azure',
    {
      env: { AZURE_OPENAI_API_KEY: 'k', ANTHROPIC_FOUNDRY_RESOURCE: 'r' },
      settings: { baseUrl: 'https://gw' },
    },
    'providers.azure.baseUrl is the address of the Claude models',
    'providers.azure.resource',
  ],
  [
    'a resource that leads elsewhere',
    'azure',
    { env: { AZURE_OPENAI_API_KEY: 'k' }, settings: { resource: 'evil.example/' } },
    'providers.azure.resource is not the name',
    'my-resource',
  ],
  [
    'a resource in a variable that leads elsewhere',
    'azure',
    { env: { AZURE_OPENAI_API_KEY: 'k', ANTHROPIC_FOUNDRY_RESOURCE: 'a@b' } },
    'ANTHROPIC_FOUNDRY_RESOURCE is not the name',
    'my-resource',
  ],
  [
    'a key of Foundry’s Claude models alone',
    'azure',
    { env: { ANTHROPIC_FOUNDRY_API_KEY: 'k', ANTHROPIC_FOUNDRY_RESOURCE: 'r' } },
    'no Azure OpenAI API key',
    'AZURE_OPENAI_API_KEY',
  ],
  [
    'an empty configured key',
    'azure',
    { settings: { resource: 'r', apiKey: { env: 'MY_KEY' } } },
    'MY_KEY is unset',
    'providers.azure.apiKey',
  ],
  ['no AWS credentials', 'aws', {}, 'no AWS credentials found', 'AWS_PROFILE'],
  [
    'a gateway for Bedrock',
    'aws',
    { env: { AWS_BEARER_TOKEN_BEDROCK: 'b' }, settings: { baseUrl: 'https://gw.example' } },
    'providers.aws.baseUrl',
    'for Claude Code',
  ],
  [
    'a gateway that adds the credential',
    'aws',
    { env: { AWS_BEARER_TOKEN_BEDROCK: 'b' }, settings: { skipAuth: true } },
    'providers.aws.skipAuth',
    'for Claude Code',
  ],
  [
    'a stored login that is paid by use',
    'pro',
    { facts: { codexLogin: 'key' } },
    'the stored Codex login is an API key',
    '--apikey',
  ],
  ['a server that is down', 'ollama', {}, 'Ollama does not answer', 'ollama serve'],
  [
    'a token for a local server',
    'ollama',
    { facts: { localModels: ['m'] }, settings: { token: { env: 'T' } } },
    'providers.ollama.token: Codex sends no token',
    'for Claude Code',
  ],
];

test.each(errors)('error: %s', (_, id, parts, message, hint) => {
  expect(() => setup(id, parts)).toThrow(
    expect.objectContaining({
      name: 'UserError',
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    }),
  );
});
