import { dataOf } from '../config/edit-check.ts';
import { openConfig, saveConfig } from '../config/edit-file.ts';
import { isUserError } from '../errors.ts';
import { checkedSecret } from '../secrets/value.ts';
import { BUILTIN } from '../start/decide.ts';
import type { World } from '../world.ts';
import { isTaken, withEntries } from './edit.ts';
import { type ConfigEntry, entries, type Skipped } from './entries.ts';
import { filesToRead, readFiles } from './files.ts';
import { type Report, reportAsJson, reportAsText } from './report.ts';
import { secretFiles, withSecrets } from './secrets.ts';

/** The command line of `ai config import`. */
export interface ImportArgs {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly dryRun: boolean;
  /** Values of the configuration give way; secrets never do. */
  readonly replace: boolean;
}

/** A secret that no request could carry is none. */
const unusable = ({ secret, value, variable, from }: ConfigEntry): Skipped[] => {
  if (!secret) return [];
  try {
    checkedSecret(String(value), variable);
    return [];
  } catch (error) {
    if (!isUserError(error)) throw error;
    return [{ from, variable, reason: error.message }];
  }
};

/**
 * Secrets first: a configuration never names a file that is not there. Ctrl-C in between would leave one that nothing names;
 * what a SIGKILL leaves there the next import takes.
 */
const save = (
  world: World,
  file: Parameters<typeof saveConfig>[1],
  text: string,
  secrets: Map<string, string>,
): void =>
  world.unbroken(() =>
    withSecrets(world, secrets, () => {
      if (text !== file.text) saveConfig(world, file, text);
    }),
  );

const SECRET_NAME = /KEY|TOKEN|SECRET/;

/** A file with somebody's key that other users can read. */
const warn = (world: World, { open, changes, skipped }: Report): void => {
  const secret = [...changes.map(({ entry }) => entry).filter((entry) => entry.secret), ...skipped].filter(
    ({ variable = '' }) => SECRET_NAME.test(variable),
  );
  for (const name of open.filter((each) => secret.some(({ from }) => from.startsWith(`${each}:`))))
    world.err(`ai: warning: ${name} has secrets and can be read by other users: chmod 600 it\n`);
};

/**
 * `ai config import [FILE…]`: takes over the settings of airun. Its files are read, never executed, and stay as they are.
 * @throws UserError when there is nothing to read, a file is not safe to read, or the configuration cannot be edited
 */
export const importSettings = async (world: World, args: ImportArgs): Promise<number> => {
  const found = readFiles(world, filesToRead(world, args.files));
  const file = await openConfig(world, BUILTIN);
  const files = secretFiles(world);
  const asked = entries(found.variables, file.config);
  const useless = asked.entries.flatMap(unusable);
  const usable = asked.entries.filter(({ variable }) => !useless.some((each) => each.variable === variable));
  const data = dataOf(file, file.text) ?? {};
  const { text, changes, skipped } = await withEntries({ file, data, files, replace: args.replace }, usable);
  const report: Report = {
    files: found.names,
    config: file.name,
    dryRun: args.dryRun,
    changes,
    skipped: [...found.skipped, ...asked.skipped, ...useless, ...skipped],
    open: found.open,
  };
  const taken = changes.filter(isTaken).map(({ entry }) => entry);
  const secrets = taken
    .filter(({ secret }) => secret)
    .map(({ variable, value }) => [variable, String(value)] as const);
  if (!args.dryRun) save(world, file, text, new Map(secrets));
  world.out(args.json ? reportAsJson(report, files) : reportAsText(report, files));
  warn(world, report);
  return 0;
};
