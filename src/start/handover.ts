import type { SecretRef } from '../plan/env-patch.ts';
import { resolveSecret } from '../secrets/resolve.ts';
import type { World } from '../world.ts';
import { temporaryPlace } from './folder.ts';

/**
 * Resolves secrets and writes them to a new 0600 file, one a line. The shell reads and empties it by builtins; one
 * that no shell has taken is removed by the next reader of the sessions after five minutes.
 * @returns the path of the file
 * @throws UserError that names the source of a secret that cannot be had
 */
export const writeHandover = (world: World, refs: readonly SecretRef[]): Promise<string> => {
  const values = refs.map((ref) => resolveSecret(world, ref));
  return world.files.temporary(temporaryPlace(world), 'handover-', `${values.join('\n')}\n`);
};
