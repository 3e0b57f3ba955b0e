import { UserError } from '../errors.ts';
import type { World } from '../world.ts';
import { secretFromProgram } from './program.ts';

/** An entry of the system's keychain: the name of the service, and the account where there are several. */
export interface KeychainEntry {
  readonly keychain: string;
  readonly account?: string;
}

interface Keychain {
  readonly program: string;
  readonly missing: string;
  /** The command line that prints the entry's secret. */
  argv(service: string, account: string | undefined): string[];
  /** The command line that stores one. */
  store(service: string): string;
}

/** macOS: security(1). */
const macos: Keychain = {
  program: 'security',
  missing: 'It belongs to macOS and lies in /usr/bin: check PATH.',
  argv: (service, account) => [
    ...['security', 'find-generic-password', '-s', service],
    ...(account === undefined ? [] : ['-a', account]),
    '-w',
  ],
  store: (service) => `security add-generic-password -a "$USER" -s '${service}' -w`,
};

/** The Secret Service of GNOME Keyring, KWallet and KeePassXC: secret-tool(1) of libsecret. */
const linux: Keychain = {
  program: 'secret-tool',
  missing: 'Install it (libsecret-tools on Debian and Ubuntu, libsecret elsewhere), or name another source.',
  argv: (service, account) => [
    ...['secret-tool', 'lookup', 'service', service],
    ...(account === undefined ? [] : ['account', account]),
  ],
  store: (service) => `secret-tool store --label='${service}' service '${service}'`,
};

const KEYCHAINS: Partial<Record<NodeJS.Platform, Keychain>> = { darwin: macos, linux };

/**
 * A secret from the system's keychain.
 * @throws UserError when there is no keychain program or no such entry
 */
export const secretFromKeychain = (world: World, { keychain: service, account }: KeychainEntry): string => {
  const keychain = KEYCHAINS[world.platform];
  if (keychain === undefined) {
    throw new UserError(`No keychain is known on ${world.platform}`, {
      hint: 'Name the secret by {env: …}, {file: …} or {command: […]} instead.',
    });
  }
  return secretFromProgram(world, keychain.argv(service, account), {
    source: `keychain program ${keychain.program}`,
    missing: keychain.missing,
    failed: `Is the keychain unlocked and the entry "${service}" there? Store it: ${keychain.store(service)}`,
  });
};
