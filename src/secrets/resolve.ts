import type { SecretRef } from '../plan/env-patch.ts';
import type { World } from '../world.ts';
import { secretFromCommand } from './command.ts';
import { secretFromEnv } from './env.ts';
import { secretFromFile } from './file.ts';
import { secretFromKeychain } from './keychain.ts';
import { checkedSecret } from './value.ts';

/**
 * The value behind a reference: one line, no control characters, at most 16 KiB. To be called last and handed
 * to the session alone; never printed, logged or kept.
 * @throws UserError that names the source and the remedy, never the value
 */
export const resolveSecret = (world: World, ref: SecretRef): string => {
  if ('env' in ref) return secretFromEnv(world, ref.env);
  if ('file' in ref) return secretFromFile(world, ref.file);
  if ('command' in ref) return secretFromCommand(world, ref.command);
  if ('keychain' in ref) return secretFromKeychain(world, ref);
  return checkedSecret(ref.literal, 'the configuration');
};
