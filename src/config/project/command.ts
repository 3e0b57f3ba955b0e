import { EXIT, isUserError, UserError } from '../../errors.ts';
import { escapeText } from '../../text/escape.ts';
import { prettyJson } from '../../text/json.ts';
import type { World } from '../../world.ts';
import type { Builtin } from '../builtin.ts';
import { loadConfig } from '../load.ts';
import { absolute } from '../paths.ts';
import { findProjectFile } from './find.ts';
import { type ProjectFile, readProject, shownDemands } from './project.ts';
import { forget, records, remember } from './trust-store.ts';

/** `ai trust`: what to do with a project's file. */
export type TrustAction = 'trust' | 'ignore' | 'revoke' | 'show' | 'list';

/** The command line of `ai trust`. */
export interface TrustArgs {
  readonly action: TrustAction;
  /** The project's file or its folder, as typed; `undefined` for the one that applies here. */
  readonly file: string | undefined;
  readonly json: boolean;
}

const inFolder = (world: World, path: string): string => {
  try {
    return world.files.stat(path).isDirectory() ? `${path}/.ai-runnerrc` : path;
  } catch {
    return path;
  }
};

const fileOf = (world: World, { file }: TrustArgs): string => {
  const path = file === undefined ? findProjectFile(world) : inFolder(world, absolute(world, file));
  if (path !== undefined) return path;
  throw new UserError('there is no .ai-runnerrc of a project here or above', {
    hint: 'Go to the project, or name the file: ai trust FILE',
  });
};

const read = async (world: World, path: string, builtin: Builtin): Promise<ProjectFile> => {
  const { config } = await loadConfig(world, builtin);
  return readProject(world, path, config, builtin);
};

/** A file that is gone can still be forgotten or left out, under the name it had. */
const realPath = (world: World, path: string): string => {
  try {
    return world.files.realpath(path);
  } catch {
    return path;
  }
};

const save = async (world: World, path: string, text: string | undefined): Promise<void> => {
  try {
    await remember(world, path, text);
  } catch (error) {
    if (isUserError(error)) throw error;
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new UserError(`the decision about ${escapeText(path)} cannot be kept (${code})`, {
      hint: 'Make ~/.ai-runner writable, or set AI_RUNNER_HOME to a folder that is.',
      cause: error,
    });
  }
};

const trust = async (world: World, args: TrustArgs, builtin: Builtin): Promise<number> => {
  const project = await read(world, fileOf(world, args), builtin);
  for (const warning of project.warnings) world.err(`ai: warning: ${warning}\n`);
  await save(world, project.path, project.text);
  const what = project.demands.length === 0 ? 'it only chooses' : shownDemands(project.demands);
  world.err(`ai: trusted until it changes: ${escapeText(project.path)} (${what})\n`);
  return EXIT.ok;
};

const ignore = async (world: World, args: TrustArgs): Promise<number> => {
  const path = realPath(world, fileOf(world, args));
  await save(world, path, undefined);
  world.err(`ai: left out: ${escapeText(path)}; \`ai trust --revoke\` takes it back\n`);
  return EXIT.ok;
};

const revoke = async (world: World, args: TrustArgs): Promise<number> => {
  const path = realPath(world, fileOf(world, args));
  const was = await forget(world, path);
  world.err(`ai: ${was ? 'forgotten' : 'nothing was said about'}: ${escapeText(path)}\n`);
  return EXIT.ok;
};

const STATES = {
  choice: 'only chooses, which needs no trust',
  trusted: 'trusted',
  ignored: 'left out',
  untrusted: 'not trusted',
} as const;

const show = async (world: World, args: TrustArgs, builtin: Builtin): Promise<number> => {
  const { path, state, demands } = await read(world, fileOf(world, args), builtin);
  const lines = [`${escapeText(path)}: ${STATES[state]}`, ...demands.map((demand) => `  ${demand}`), ''];
  world.out(args.json ? prettyJson({ path, state, demands }) : lines.join('\n'));
  return EXIT.ok;
};

const list = async (world: World, { json }: TrustArgs): Promise<number> => {
  const all = records(world).map(({ path, content }) => ({ path, trusted: content !== undefined }));
  const lines = all.map(({ path, trusted }) => `${trusted ? 'trusted' : 'left out'}  ${escapeText(path)}\n`);
  world.out(json ? prettyJson(all) : lines.join(''));
  return EXIT.ok;
};

const ACTIONS = { trust, ignore, revoke, show, list } as const;

/**
 * `ai trust`: decides about the file of a project, or shows what was decided.
 * @throws UserError when there is no such file, it is wrong, or the decision cannot be kept
 */
export const run = (world: World, args: TrustArgs, builtin: Builtin): Promise<number> =>
  ACTIONS[args.action](world, args, builtin);
