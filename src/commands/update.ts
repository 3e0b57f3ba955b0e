import { isThere } from '../config/is-there.ts';
import { UserError } from '../errors.ts';
import type { Arguments } from '../flags.ts';
import { typed } from '../text/shell.ts';
import { type Install, installOf, PACKAGE } from '../update/install.ts';
import { newestVersion } from '../update/newest.ts';
import { isNews, news } from '../update/news.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

const LIMIT_MS = 15 * 60_000;

const lineOf = ({ argv }: Pick<Install, 'argv'>): string => argv.map(typed).join(' ');

/** @throws UserError for a place that no package manager looks after, with the command that fits */
const installHere = (world: World): Install => {
  const install = installOf(world.packageDir);
  if (install !== undefined) return install;
  const folder = typed(world.packageDir);
  if (isThere(world.files, `${world.packageDir}/.git`)) {
    throw new UserError(`AI Runner runs from a clone: ${world.packageDir}`, {
      hint: `Type: git -C ${folder} pull && npm --prefix ${folder} install`,
    });
  }
  throw new UserError(`AI Runner was not installed globally by a package manager: ${world.packageDir}`, {
    hint: `Update it the way it was installed, e.g. npm install ${PACKAGE}@latest in the project it belongs to.`,
  });
};

/** @throws UserError where the files belong to somebody else; nothing is run with their rights */
const requireWritable = (world: World, { folder, argv }: Install): void => {
  if (folder === undefined || world.files.writable(folder)) return;
  throw new UserError(`${folder} may not be changed by you`, {
    hint: `Have whoever it belongs to type: ${lineOf({ argv })}`,
  });
};

const newest = (world: World, install: Install): string => {
  const version = newestVersion(world, install.asks);
  if (version !== undefined) return version;
  throw new UserError(`${install.asks} does not say what the newest version of ${PACKAGE} is`, {
    hint: `See what it says itself: ${install.asks} view ${PACKAGE} version`,
  });
};

const bring = (world: World, install: Install, version: string): void => {
  requireWritable(world, install);
  world.err(`ai: ${lineOf(install)}\n`);
  const { status, error } = world.run(install.argv, {
    env: world.env,
    timeoutMs: LIMIT_MS,
    stdout: 'stderr',
  });
  if (status !== 0) {
    throw new UserError(`${lineOf(install)} failed${error?.code === 'ENOENT' ? ': it is not on PATH' : ''}`, {
      hint: `AI Runner ${world.version} stays as it is.`,
    });
  }
  world.out(`AI Runner ${version} is installed\n`);
};

const run = (world: World, args: Arguments): number => {
  const install = installHere(world);
  if (args.switches.has('dry-run')) {
    world.out(`${lineOf(install)}\n`);
    return 0;
  }
  const version = newest(world, install);
  if (!isNews(world, version)) world.out(`AI Runner ${world.version} is the newest version\n`);
  else if (args.switches.has('check')) world.out(`${news(world, version)}\n`);
  else bring(world, install, version);
  return 0;
};

/** `ai update`: has the package manager that installed this program install the newest version. */
export const update: Command = {
  name: 'update',
  summary: 'Install the newest version with the package manager that installed this one',
  examples: [
    ['ai update --check', 'is there a newer version?'],
    ['ai update --dry-run', 'the command that would be run'],
  ],
  flags: [
    { names: ['check'], summary: 'Only say whether there is a newer version' },
    { names: ['dry-run'], summary: 'Only print the command' },
  ],
  run,
};
