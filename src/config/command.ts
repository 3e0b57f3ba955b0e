import { EXIT, isUserError, UserError } from '../errors.ts';
import { escapeText } from '../text/escape.ts';
import { prettyJson } from '../text/json.ts';
import type { World } from '../world.ts';
import type { Builtin } from './builtin.ts';
import type { Config } from './config.ts';
import { loadConfig } from './load.ts';
import { absolute, configPlace } from './paths.ts';
import { findProjectFile } from './project/find.ts';

/** What `ai config` does. */
export const CONFIG_ACTIONS = ['path', 'show', 'get', 'validate'] as const;

/** The command line of `ai config`. */
export interface ConfigArgs {
  readonly action: (typeof CONFIG_ACTIONS)[number];
  /** `validate` only: a file that need not be the one in use. */
  readonly file?: string | undefined;
  /** `get` only, e.g. `providers.aws.region`. */
  readonly key?: string | undefined;
  readonly json?: boolean | undefined;
}

const printJson = (world: World, value: unknown): void => world.out(prettyJson(value));

const warn = (world: World, warnings: readonly string[]): void => {
  for (const warning of warnings) world.err(`warning: ${warning}\n`);
};

const showPath = async (world: World, args: ConfigArgs): Promise<number> => {
  const { path, exists } = configPlace(world);
  if (path === undefined) {
    throw new UserError('There is no home folder to look in', { hint: 'Set HOME or AI_RUNNER_CONFIG.' });
  }
  if (args.json) printJson(world, { path, exists });
  else world.out(`${escapeText(path)}\n`);
  return exists ? EXIT.ok : EXIT.failed;
};

const show = async (world: World, args: ConfigArgs, builtin: Builtin): Promise<number> => {
  const { config, warnings } = await loadConfig(world, builtin);
  warn(world, warnings);
  const { displayed } = await import('../secrets/displayed.ts');
  if (args.json) printJson(world, displayed(config));
  else world.out((await import('yaml')).stringify(displayed(config)));
  return EXIT.ok;
};

const get = async (world: World, { key = '', json }: ConfigArgs, builtin: Builtin): Promise<number> => {
  const { config, warnings } = await loadConfig(world, builtin);
  warn(world, warnings);
  const [{ displayed }, { valueAt }] = await Promise.all([
    import('../secrets/displayed.ts'),
    import('./value-at.ts'),
  ]);
  const value = valueAt(displayed(config), key);
  if (json) printJson(world, value);
  else if (typeof value === 'object') world.out((await import('yaml')).stringify(value));
  else world.out(`${escapeText(String(value))}\n`);
  return EXIT.ok;
};

/** What a file was found to be; `path` is absent where there is none to check. */
interface Verdict {
  readonly path: string | undefined;
  /** The project's file that was checked too. */
  readonly project?: string;
  readonly valid: boolean;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

const projectHere = async (world: World, config: Config, builtin: Builtin) => {
  const file = findProjectFile(world);
  if (file === undefined) return undefined;
  const { readProject } = await import('./project/project.ts');
  return readProject(world, file, config, builtin);
};

const check = async (world: World, file: string | undefined, builtin: Builtin): Promise<Verdict> => {
  if (file === undefined) {
    const { config, path, warnings } = await loadConfig(world, builtin);
    const project = await projectHere(world, config, builtin);
    const all = [...warnings, ...(project?.warnings ?? [])];
    return { path, ...(project && { project: project.path }), valid: true, errors: [], warnings: all };
  }
  const path = absolute(world, file);
  const { readConfig } = await import('./read-config.ts');
  const { warnings } = await readConfig(world, path, builtin);
  return { path, valid: true, errors: [], warnings };
};

/** By name, not by class: a lazily loaded part of the program has its own copy of the class. */
const validateAsJson = async (world: World, { file }: ConfigArgs, builtin: Builtin): Promise<number> => {
  try {
    printJson(world, await check(world, file, builtin));
    return EXIT.ok;
  } catch (error) {
    if (!isUserError(error)) throw error;
    const path = file === undefined ? configPlace(world).path : absolute(world, file);
    const verdict: Verdict = { path, valid: false, errors: error.message.split('\n'), warnings: [] };
    printJson(world, verdict);
    return EXIT.failed;
  }
};

const validate = async (world: World, args: ConfigArgs, builtin: Builtin): Promise<number> => {
  if (args.json) return validateAsJson(world, args, builtin);
  const { path, project, warnings } = await check(world, args.file, builtin);
  warn(world, warnings);
  if (path === undefined) world.out('ok: there is no configuration file, the built-in defaults apply\n');
  else world.out(`ok: ${escapeText(path)}\n`);
  if (project !== undefined) world.out(`ok: ${escapeText(project)}\n`);
  return EXIT.ok;
};

const ACTIONS = { path: showPath, show, get, validate } as const;

/**
 * `ai config path|show|get KEY|validate [FILE]`.
 *
 * @returns 0; 1 when `path` names a file that does not exist, or `validate --json` found errors
 * @throws UserError when the configuration cannot be read or is wrong, with every problem in it; when a key is not set
 */
export const run = (world: World, args: ConfigArgs, builtin: Builtin): Promise<number> =>
  ACTIONS[args.action](world, args, builtin);
