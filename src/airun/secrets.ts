import { join } from 'node:path';
import { checkedSecret, withoutLineEnd } from '../secrets/value.ts';
import { runnerHome } from '../sessions/paths.ts';
import { tilde } from '../text/shell.ts';
import type { World } from '../world.ts';
import type { SecretFiles } from './changes.ts';

const folderOf = (world: World): string => join(runnerHome(world), 'secrets');
const pathOf = (world: World, variable: string): string => join(folderOf(world), variable);

/** Largest secret file that is compared, in bytes. */
const LARGEST = 16 * 1024;

/** A file for each secret, in a folder of our own. */
export const secretFiles = (world: World): SecretFiles => ({
  reference: (variable) => tilde(world, pathOf(world, variable)),
  content: (variable) => {
    try {
      return withoutLineEnd(world.files.readSmall(pathOf(world, variable), LARGEST));
    } catch {
      return undefined;
    }
  },
});

/**
 * Writes secrets, each to its own file (0600 in a 0700 folder), and does what names them.
 * @throws what either throws; the files that were not there before are gone then
 */
export const withSecrets = (world: World, secrets: ReadonlyMap<string, string>, name: () => void): void => {
  const files = secretFiles(world);
  const added = [...secrets.keys()].filter((variable) => files.content(variable) === undefined);
  try {
    if (secrets.size > 0) world.files.makeFolder(folderOf(world));
    for (const [variable, value] of secrets) {
      world.files.replace(pathOf(world, variable), `${checkedSecret(value, variable)}\n`);
    }
    name();
  } catch (error) {
    const written = added.filter((variable) => files.content(variable) !== undefined);
    for (const variable of written) world.files.remove(pathOf(world, variable));
    throw error;
  }
};
