import { awsProfiles } from '../facts/aws-profiles.ts';
import type { Search } from './candidate.ts';

/** The profiles of the AWS files, each with its region. */
export const awsProfileNames: Search = async (world) =>
  [...awsProfiles(world, world.env)].map(([name, { region = '' }]) => [name, region]);
