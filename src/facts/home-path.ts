import { join } from 'node:path';
import type { Env, World } from '../world.ts';

/** The folder or file that `variable` names, else the one in the home folder; `undefined` without a home. */
export const homePath = (
  { home }: Pick<World, 'home'>,
  env: Env,
  variable: string,
  ...inHome: readonly string[]
): string | undefined => env[variable] || (home === undefined ? undefined : join(home, ...inHome));
