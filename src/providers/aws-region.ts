import { firstGiven, given } from './inputs.ts';
import type { ProviderContext } from './provider.ts';

/** In the order in which they count. */
export const REGIONS = ['AWS_REGION', 'AWS_DEFAULT_REGION'];

/**
 * The region, in the order of the AWS SDK: configuration, `AWS_REGION`, `AWS_DEFAULT_REGION`, the profile in
 * force, `us-east-1`.
 */
export const awsRegion = ({ env, settings, facts }: ProviderContext, profile: string | undefined): string =>
  settings.region ||
  given(env, firstGiven(env, REGIONS) ?? '') ||
  facts.awsProfiles?.get(profile ?? given(env, 'AWS_PROFILE') ?? 'default')?.region ||
  'us-east-1';

/** Cross-region inference profiles by the region that calls them (Amazon Bedrock user guide). */
const PREFIXES: readonly (readonly [regionStart: string, prefix: string])[] = [
  ['us-gov-', 'us-gov.'],
  ['us-', 'us.'],
  ['eu-', 'eu.'],
  ['ap-', 'apac.'],
];

/** @param configured a prefix with or without its dot; the empty string means ids without a prefix */
export const modelPrefix = (region: string, configured: string | undefined): string => {
  if (configured === undefined) return PREFIXES.find(([start]) => region.startsWith(start))?.[1] ?? 'global.';
  return configured === '' || configured.endsWith('.') ? configured : `${configured}.`;
};
