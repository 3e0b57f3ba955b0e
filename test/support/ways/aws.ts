import { bash, fish, SHELLS, zsh } from '../shells.ts';
import { bearer, type Way } from './way.ts';

/** A signature by `id` for Bedrock in `region` (AWS Signature Version 4). */
export const signed = (id: string, region: string): unknown =>
  expect.stringMatching(
    new RegExp(
      `^AWS4-HMAC-SHA256 Credential=${id}/\\d{8}/${region}/bedrock/aws4_request, .*Signature=[0-9a-f]{64}$`,
    ),
  );

/** What arrives at Bedrock: the client looks at the inference profiles first. */
export const bedrock = (model: string): readonly string[] => [
  'GET /inference-profiles',
  `POST /model/${model}/invoke-with-response-stream`,
];

const keysOf = (id: string): string => `aws_access_key_id = ${id}\naws_secret_access_key = own-secret\n`;

/** Every credential that Bedrock takes. */
export const awsWays: readonly Way[] = [
  {
    name: 'aws with a Bedrock key',
    shells: SHELLS,
    flags: '--aws',
    providers: (url) => ({ aws: { baseUrl: url, region: 'eu-west-1' } }),
    env: () => ({ AWS_BEARER_TOKEN_BEDROCK: 'own-bedrock-key' }),
    requests: bedrock('eu.anthropic.claude-opus-5-5'),
    credentials: bearer('own-bedrock-key'),
  },
  {
    name: 'aws with access keys',
    shells: SHELLS,
    flags: '--aws --sonnet',
    providers: (url) => ({ aws: { baseUrl: url } }),
    env: () => ({
      AWS_ACCESS_KEY_ID: 'OWNACCESSKEY',
      AWS_SECRET_ACCESS_KEY: 'own-secret',
      AWS_SESSION_TOKEN: 'own-session',
      AWS_BEARER_TOKEN_BEDROCK: undefined,
      AWS_REGION: 'us-west-2',
    }),
    requests: bedrock('us.anthropic.claude-sonnet-5-5'),
    credentials: {
      authorization: signed('OWNACCESSKEY', 'us-west-2'),
      'x-amz-security-token': 'own-session',
    },
  },
  {
    name: 'aws with a configured profile, beside access keys in the environment',
    shells: [zsh],
    flags: '--aws',
    providers: (url) => ({ aws: { baseUrl: url, awsProfile: 'work' } }),
    files: {
      '.aws/config': '[profile work]\nregion = ap-south-1\n',
      '.aws/credentials': `[work]\n${keysOf('OWNPROFILEKEY')}`,
    },
    requests: bedrock('apac.anthropic.claude-opus-5-5'),
    credentials: { authorization: signed('OWNPROFILEKEY', 'ap-south-1') },
  },
  {
    name: 'aws with the default profile',
    shells: [fish],
    flags: '--aws',
    providers: (url) => ({ aws: { baseUrl: url } }),
    env: () => ({
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_SESSION_TOKEN: undefined,
      AWS_BEARER_TOKEN_BEDROCK: undefined,
    }),
    files: { '.aws/credentials': `[default]\n${keysOf('OWNDEFAULTKEY')}` },
    requests: bedrock('us.anthropic.claude-opus-5-5'),
    credentials: { authorization: signed('OWNDEFAULTKEY', 'us-east-1') },
  },
  {
    name: 'aws through a gateway with a token',
    shells: [bash],
    flags: '--aws',
    providers: (url) => ({
      aws: { baseUrl: url, region: 'us-east-1', skipAuth: true, token: { env: 'OWN_TOKEN' } },
    }),
    env: () => ({ OWN_TOKEN: 'own-gateway-token' }),
    requests: bedrock('us.anthropic.claude-opus-5-5'),
    credentials: bearer('own-gateway-token'),
  },
];
