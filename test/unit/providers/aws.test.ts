import { aws } from '../../../src/providers/aws.ts';
import type { Facts, ProviderContext } from '../../../src/providers/provider.ts';
import { context, type Expected, shownSetup } from './context.ts';

const ENDPOINTS = ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_BEDROCK', 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME'];
const BEARER = 'AWS_BEARER_TOKEN_BEDROCK';
const KEYS = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'key' };
const WEB_IDENTITY = { AWS_WEB_IDENTITY_TOKEN_FILE: '/token', AWS_ROLE_ARN: 'arn:aws:iam::1:role/r' };
const CONTAINER = { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://169.254.170.23/v1/credentials' };

const profiles = (names: Record<string, { region?: string }>): Facts => ({
  awsProfiles: new Map(Object.entries(names)),
});
const FILES = {
  AWS_CONFIG_FILE: '/home/user/.aws/config',
  AWS_SHARED_CREDENTIALS_FILE: '/home/user/.aws/credentials',
};
const SESSION_KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
const BASE = { CLAUDE_CODE_USE_BEDROCK: '1', AWS_REGION: 'us-east-1' };

const rows: [string, Partial<ProviderContext>, Expected][] = [
  [
    'a configured token wins over everything and clears nothing',
    {
      env: { [BEARER]: 'b', AWS_PROFILE: 'p', TOKEN: 't' },
      settings: { token: { env: 'TOKEN' }, awsProfile: 'x' },
    },
    { auth: 'Bedrock API key', env: { ...BASE, [BEARER]: '$TOKEN' }, clear: ENDPOINTS },
  ],
  [
    'a configured profile wins over the caller, and clears the bearer token',
    {
      env: { [BEARER]: 'b', AWS_PROFILE: 'p', ...KEYS },
      settings: { awsProfile: 'work' },
      facts: profiles({ work: {} }),
    },
    {
      auth: 'AWS credentials (profile: work)',
      env: { ...BASE, AWS_PROFILE: 'work', ...FILES },
      clear: [BEARER, ...SESSION_KEYS, ...ENDPOINTS],
      warnings: [],
    },
  ],
  [
    'bearer token of the caller',
    { env: { [BEARER]: 'b', AWS_PROFILE: 'p', ...KEYS } },
    { auth: 'Bedrock API key', env: { ...BASE, [BEARER]: `$${BEARER}` }, clear: ENDPOINTS },
  ],
  [
    'profile of the caller, from the files it names; keys would win over it',
    {
      env: { AWS_PROFILE: 'p', AWS_ACCESS_KEY_ID: 'half', AWS_CONFIG_FILE: '/etc/aws' },
      facts: profiles({ p: {} }),
    },
    {
      auth: 'AWS credentials (profile: p)',
      env: { ...BASE, AWS_PROFILE: 'p', ...FILES, AWS_CONFIG_FILE: '/etc/aws' },
      clear: [BEARER, ...SESSION_KEYS, ...ENDPOINTS],
      warnings: [],
    },
  ],
  [
    'a profile that the files do not name is a warning',
    { env: { AWS_PROFILE: 'gone' }, facts: profiles({ work: {} }) },
    {
      auth: 'AWS credentials (profile: gone)',
      warnings: ['the AWS profile "gone" is not in the AWS config and credentials files'],
    },
  ],
  [
    'access keys, with an empty bearer token and profile in the way',
    { env: { [BEARER]: '', AWS_PROFILE: '', ...KEYS }, facts: profiles({ default: {} }) },
    { auth: 'AWS credentials (access key)', env: BASE, clear: [BEARER, 'AWS_PROFILE', ...ENDPOINTS] },
  ],
  [
    'default profile',
    { env: WEB_IDENTITY, facts: profiles({ default: { region: 'eu-west-1' } }) },
    { auth: 'AWS credentials (profile: default)', region: 'eu-west-1' },
  ],
  ['web identity', { env: { ...WEB_IDENTITY, ...CONTAINER } }, { auth: 'AWS credentials (web identity)' }],
  ['container', { env: CONTAINER, facts: { cloudHost: 'aws' } }, { auth: 'AWS credentials (container)' }],
  [
    'container on ECS',
    { env: { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/v2/x' } },
    { auth: 'AWS credentials (container)' },
  ],
  ['instance', { facts: { cloudHost: 'aws' } }, { auth: 'AWS credentials (instance role)' }],
  [
    'gateway without credentials',
    { env: { [BEARER]: 'b' }, settings: { skipAuth: true, baseUrl: 'https://gw.example/bedrock/' } },
    {
      auth: 'Gateway (no credentials)',
      env: {
        ...BASE,
        CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1',
        ANTHROPIC_BEDROCK_BASE_URL: 'https://gw.example/bedrock',
      },
      warnings: [],
    },
  ],
  [
    'gateway with a token',
    { settings: { skipAuth: true, baseUrl: 'https://gw.example', token: { file: '/t' } } },
    {
      auth: 'Gateway token',
      env: {
        ...BASE,
        CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1',
        ANTHROPIC_BEDROCK_BASE_URL: 'https://gw.example',
        ANTHROPIC_AUTH_TOKEN: 'secret {"file":"/t"}',
      },
    },
  ],
];

test.each(rows)('%s', (_, parts, expected) => {
  expect(shownSetup(aws.setup(context(parts)))).toMatchObject(expected);
  if (expected.env) expect(shownSetup(aws.setup(context(parts))).env).toEqual(expected.env);
});

test('a gateway without an address is worth a warning', () => {
  const { warnings } = aws.setup(context({ settings: { skipAuth: true } }));
  expect(warnings).toEqual([expect.stringContaining('baseUrl')]);
});

const errors: [string, Partial<ProviderContext>, string, string][] = [
  ['no credentials', {}, 'no AWS credentials found', 'AWS_BEARER_TOKEN_BEDROCK'],
  ['half a web identity', { env: { AWS_ROLE_ARN: 'r' } }, 'no AWS credentials', 'AWS_PROFILE'],
  ['token file alone', { env: { AWS_WEB_IDENTITY_TOKEN_FILE: '/t' } }, 'no AWS credentials', 'AWS_PROFILE'],
  [
    'profiles but none chosen',
    { facts: profiles({ a: {}, b: {} }) },
    'no AWS credentials',
    'profiles here: a, b',
  ],
  [
    'key without secret',
    { env: { AWS_ACCESS_KEY_ID: 'i' } },
    'AWS_SECRET_ACCESS_KEY is missing',
    'AWS_PROFILE',
  ],
  [
    'secret without key',
    { env: { AWS_SECRET_ACCESS_KEY: 's' } },
    'AWS_ACCESS_KEY_ID is missing',
    'AWS_PROFILE',
  ],
  [
    'half a key beside a default profile',
    { env: { AWS_SECRET_ACCESS_KEY: 's', AWS_ACCESS_KEY_ID: '' }, facts: profiles({ default: {} }) },
    'AWS_ACCESS_KEY_ID is missing',
    'AWS_PROFILE',
  ],
  [
    'token refers to nothing',
    { settings: { token: { env: 'T' } } },
    'T is unset or empty',
    'providers.aws.token',
  ],
];

test.each(errors)('error: %s', (_, parts, message, hint) => {
  expect(() => aws.setup(context(parts))).toThrow(
    expect.objectContaining({
      code: 1,
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    }),
  );
});

const ALL_REGIONS = profiles({ default: { region: 'ca-west-1' }, p: { region: 'sa-east-1' }, q: {} });
const regions: [string, Partial<ProviderContext>, string][] = [
  ['configured', { settings: { region: 'eu-north-1' }, env: { AWS_REGION: 'us-west-2' } }, 'eu-north-1'],
  ['AWS_REGION', { env: { AWS_REGION: 'us-west-2', AWS_DEFAULT_REGION: 'us-west-1' } }, 'us-west-2'],
  ['AWS_DEFAULT_REGION', { env: { AWS_REGION: '', AWS_DEFAULT_REGION: 'us-west-1' } }, 'us-west-1'],
  ['default profile', {}, 'ca-west-1'],
  ['named profile', { env: { AWS_PROFILE: 'p' } }, 'sa-east-1'],
  ['configured profile', { env: { AWS_PROFILE: 'q' }, settings: { awsProfile: 'p' } }, 'sa-east-1'],
  ['profile that names none', { env: { AWS_PROFILE: 'q' } }, 'us-east-1'],
  ['bearer token beside a profile', { env: { AWS_PROFILE: 'p', [BEARER]: 'b' } }, 'sa-east-1'],
];

test.each(regions)('region: %s', (_, parts, region) => {
  const setup = shownSetup(aws.setup(context({ facts: ALL_REGIONS, ...parts })));
  expect(setup).toMatchObject({ region, env: { AWS_REGION: region } });
});

test.each([
  ['us-gov-west-1', undefined, 'us-gov.'],
  ['us-east-2', undefined, 'us.'],
  ['eu-central-1', undefined, 'eu.'],
  ['ap-northeast-1', undefined, 'apac.'],
  ['ca-central-1', undefined, 'global.'],
  ['us-east-2', 'global', 'global.'],
  ['us-east-2', 'eu.', 'eu.'],
])('models in %s with the prefix %s begin with %s', (region, modelPrefix, prefix) => {
  const settings = { region, ...(modelPrefix && { modelPrefix }) };
  expect(aws.setup(context({ settings, facts: { cloudHost: 'aws' } }))).toMatchObject({
    model: `${prefix}anthropic.claude-opus-5-5`,
    smallModel: `${prefix}anthropic.claude-haiku-5-5`,
    models: {
      fable: `${prefix}anthropic.claude-fable-5-2`,
      opus: `${prefix}anthropic.claude-opus-5-5`,
      sonnet: `${prefix}anthropic.claude-sonnet-5-5`,
      haiku: `${prefix}anthropic.claude-haiku-5-5`,
    },
  });
});
