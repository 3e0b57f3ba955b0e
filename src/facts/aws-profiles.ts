import type { Facts } from '../providers/provider.ts';
import type { Env, World } from '../world.ts';
import { homePath } from './home-path.ts';
import { type Ini, parseIni } from './ini.ts';
import { readSmall } from './small-file.ts';

type Profiles = NonNullable<Facts['awsProfiles']>;

const sectionsOf = (world: World, env: Env, variable: string, file: string): Ini => {
  const path = homePath(world, env, variable, '.aws', file);
  const content = path && readSmall(world, path);
  return content ? parseIni(content) : new Map();
};

/** `default`, or `profile NAME` with or without quotes; other sections of the config file are no profiles. */
const profileName = (section: string): string | undefined => {
  if (section === 'default') return section;
  return /^profile\s+(["']?)(?<name>.+?)\1$/.exec(section)?.groups?.name;
};

/**
 * Profiles of `AWS_CONFIG_FILE` (or `~/.aws/config`) and `AWS_SHARED_CREDENTIALS_FILE` (or
 * `~/.aws/credentials`); the latter wins where both name a region, as in the AWS SDK for JavaScript.
 */
export const awsProfiles = (world: World, env: Env): Profiles => {
  const profiles = new Map<string, { readonly region?: string }>();
  const add = (name: string, region: string | undefined) =>
    profiles.set(name, { ...profiles.get(name), ...(region && { region }) });
  for (const [section, properties] of sectionsOf(world, env, 'AWS_CONFIG_FILE', 'config')) {
    const name = profileName(section);
    if (name !== undefined) add(name, properties.get('region'));
  }
  for (const [name, properties] of sectionsOf(world, env, 'AWS_SHARED_CREDENTIALS_FILE', 'credentials')) {
    add(name, properties.get('region'));
  }
  return profiles;
};
