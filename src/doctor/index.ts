import { knownConfig } from '../status/configuration.ts';
import type { World } from '../world.ts';
import { configuration } from './configuration.ts';
import type { Check, Finding } from './finding.ts';
import { installation } from './installation.ts';
import { logins } from './logins.ts';
import { openFiles } from './open-files.ts';
import { sessions } from './sessions.ts';
import { tools } from './tools.ts';
import { variables } from './variables.ts';

/** Everything that is looked at, in the order of the report. */
const CHECKS: readonly Check[] = [installation, tools, configuration, variables, logins, openFiles, sessions];

/** All findings, without the network. */
export const examine = async (world: World): Promise<readonly Finding[]> => {
  const known = await knownConfig(world);
  const found: Finding[] = [];
  for (const check of CHECKS) found.push(...(await check(world, known)));
  return found;
};
