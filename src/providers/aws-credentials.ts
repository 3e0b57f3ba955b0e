import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { caller, type EnvEntries, text } from '../plan/env-patch.ts';
import { credential, firstGiven, given } from './inputs.ts';
import type { ProviderContext } from './provider.ts';

/** How a Bedrock session gets in, and what would win over it: bearer token > profile > keys in the client. */
export interface AwsCredential {
  readonly auth: string;
  readonly env: EnvEntries;
  readonly clear: readonly string[];
  readonly profile?: string;
  /** See {@link ProviderSetup.ambient}. */
  readonly ambient?: boolean;
  readonly warnings?: readonly string[];
}

type Way = (context: ProviderContext) => AwsCredential | undefined;

const BEARER = 'AWS_BEARER_TOKEN_BEDROCK';
const TOKEN = 'providers.aws.token';
const KEY_HALVES = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;

/** Found by the SDK itself, as long as no bearer token is in its way. */
const found = (how: string): AwsCredential => ({
  auth: `AWS credentials (${how})`,
  env: {},
  clear: [BEARER],
});

/** Found by the SDK outside the environment. */
const elsewhere = (how: string): AwsCredential => ({ ...found(how), ambient: true });

const gateway: Way = ({ env, settings }) => {
  if (!settings.skipAuth) return undefined;
  const token = settings.token && credential(settings.token, env, TOKEN);
  return {
    auth: token ? 'Gateway token' : 'Gateway (no credentials)',
    env: {
      CLAUDE_CODE_SKIP_BEDROCK_AUTH: text('1'),
      ...(token && { ANTHROPIC_AUTH_TOKEN: token }),
    },
    clear: [BEARER],
    warnings: settings.baseUrl ? [] : ['providers.aws.skipAuth without baseUrl: Bedrock itself will refuse'],
  };
};

const configuredToken: Way = ({ env, settings }) =>
  settings.token && {
    auth: 'Bedrock API key',
    env: { [BEARER]: credential(settings.token, env, TOKEN) },
    clear: [],
  };

/**
 * Claude Code 2.1.330 looks for a profile only in files that are named, once it is told that its host manages the provider,
 * and would take access keys first.
 */
const profileFiles = ({ env, home }: ProviderContext): EnvEntries => {
  const file = (name: string, standard: string): EnvEntries => {
    const path = given(env, name) ?? (home && join(home, '.aws', standard));
    return path ? { [name]: text(path) } : {};
  };
  return { ...file('AWS_CONFIG_FILE', 'config'), ...file('AWS_SHARED_CREDENTIALS_FILE', 'credentials') };
};

const named = (context: ProviderContext, profile: string): AwsCredential => {
  const known = context.facts.awsProfiles?.has(profile) ?? true;
  return {
    auth: `AWS credentials (profile: ${profile})`,
    env: { AWS_PROFILE: text(profile), ...profileFiles(context) },
    clear: [BEARER, ...KEY_HALVES, 'AWS_SESSION_TOKEN'],
    profile,
    warnings: known
      ? []
      : [`the AWS profile ${JSON.stringify(profile)} is not in the AWS config and credentials files`],
  };
};

const configuredProfile: Way = (context) => {
  const { awsProfile } = context.settings;
  return awsProfile ? named(context, awsProfile) : undefined;
};

const bearer: Way = ({ env }) =>
  given(env, BEARER) ? { auth: 'Bedrock API key', env: { [BEARER]: caller(BEARER) }, clear: [] } : undefined;

const environmentProfile: Way = (context) => {
  const profile = given(context.env, 'AWS_PROFILE');
  return profile ? named(context, profile) : undefined;
};

/** @throws UserError when only one half of the key pair is there */
const accessKey: Way = ({ env }) => {
  const missing = KEY_HALVES.filter((name) => !given(env, name));
  if (missing.length === KEY_HALVES.length) return undefined;
  if (missing.length > 0) {
    throw new UserError(`${missing[0]} is missing: an AWS access key needs both halves`, {
      hint: `Export ${KEY_HALVES.join(' and ')}, or choose a profile with AWS_PROFILE.`,
    });
  }
  return { ...found('access key'), clear: [BEARER, 'AWS_PROFILE'] };
};

const defaultProfile: Way = (context) =>
  context.facts.awsProfiles?.has('default') ? named(context, 'default') : undefined;

const webIdentity: Way = ({ env }) =>
  given(env, 'AWS_WEB_IDENTITY_TOKEN_FILE') && given(env, 'AWS_ROLE_ARN')
    ? elsewhere('web identity')
    : undefined;

const container: Way = ({ env }) =>
  firstGiven(env, ['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI'])
    ? elsewhere('container')
    : undefined;

const instance: Way = ({ facts }) => (facts.cloudHost === 'aws' ? elsewhere('instance role') : undefined);

const WAYS: readonly Way[] = [
  gateway,
  configuredToken,
  configuredProfile,
  bearer,
  environmentProfile,
  accessKey,
  defaultProfile,
  webIdentity,
  container,
  instance,
];

const missing = ({ facts }: ProviderContext): UserError => {
  const profiles = [...(facts.awsProfiles?.keys() ?? [])];
  const choice = profiles.length > 0 ? ` (profiles here: ${profiles.join(', ')})` : '';
  return new UserError('no AWS credentials found', {
    hint:
      `Set AWS_PROFILE${choice}, AWS_BEARER_TOKEN_BEDROCK, or ${KEY_HALVES.join(' and ')}; ` +
      'or run `aws configure`; or set providers.aws.awsProfile or providers.aws.token in the configuration.',
  });
};

/**
 * The one credential of a Bedrock session: what the configuration names, else what the client itself would
 * find, in its order (code.claude.com "Amazon Bedrock"; AWS SDK for JavaScript, default provider chain).
 * @throws UserError when there is none, or half a key
 */
export const awsCredential = (context: ProviderContext): AwsCredential => {
  for (const way of WAYS) {
    const access = way(context);
    if (access) return access;
  }
  throw missing(context);
};
