import { UserError } from '../../errors.ts';
import { escapeText } from '../../text/escape.ts';
import type { World } from '../../world.ts';
import type { Builtin } from '../builtin.ts';
import type { Config } from '../config.ts';
import { recall } from '../kept.ts';
import type { LoadedConfig } from '../load.ts';
import type { ReadConfig } from '../read-config.ts';
import { relationProblems } from '../relations.ts';
import { openedByOthers } from '../safe-file.ts';
import { choiceOf, demandsOf } from './demands.ts';
import { mergeConfigs } from './merge.ts';
import { verdictOn } from './trust-store.ts';

/** What a project's file is to us: it only chooses, is trusted, is left out, or waits for a word of the user. */
export type ProjectState = 'choice' | 'trusted' | 'ignored' | 'untrusted';

/** A project's configuration file that was read and is valid. */
export interface ProjectFile {
  /** Its real path, which trust is bound to. */
  readonly path: string;
  readonly text: string;
  readonly config: Config;
  /** What it says that needs trust, e.g. `providers.aws.baseUrl`. */
  readonly demands: readonly string[];
  readonly state: ProjectState;
  readonly warnings: readonly string[];
}

const RULE = { what: 'The project file', maxSize: 256 * 1024, shared: true, kept: 'project' } as const;

const stateOf = (demands: readonly string[], verdict: 'trusted' | 'ignored' | undefined): ProjectState =>
  verdict ?? (demands.length === 0 ? 'choice' : 'untrusted');

/** What is recalled has been checked but for what depends on the user's own configuration. */
const read = async (world: World, file: string, base: Config, builtin: Builtin): Promise<ReadConfig> => {
  const kept = recall(world, file, RULE);
  if (kept !== undefined && relationProblems(kept.config, builtin, base).length === 0)
    return { ...kept, warnings: [] };
  const { readConfig } = await import('../read-config.ts');
  return readConfig(world, file, builtin, { rule: RULE, base });
};

/**
 * Reads a project's file and what the user has said about it. One that somebody else can change needs trust for a choice, too.
 * @param base the user's own configuration: the names that the file may choose from
 * @throws UserError when it cannot be read or is wrong
 */
export const readProject = async (
  world: World,
  file: string,
  base: Config,
  builtin: Builtin,
): Promise<ProjectFile> => {
  const { config, text, stats, warnings } = await read(world, file, base, builtin);
  const path = world.files.realpath(file);
  const others = openedByOthers(world, stats) ? ['other users can change the file'] : [];
  const demands = [...demandsOf(config), ...others];
  const state = stateOf(demands, await verdictOn(world, path, text));
  return { path, text, config, demands, state, warnings };
};

const MOST_SHOWN = 5;

/** The first few demands in one line. */
export const shownDemands = (demands: readonly string[]): string => {
  const more = demands.length > MOST_SHOWN ? `, and ${demands.length - MOST_SHOWN} more` : '';
  return demands.slice(0, MOST_SHOWN).join(', ') + more;
};

const untrusted = ({ path, demands }: ProjectFile): UserError =>
  new UserError(
    `${escapeText(path)} is not trusted, and does more than choose a provider: ${shownDemands(demands)}`,
    { hint: 'Read it, then run `ai trust`; `ai trust --ignore` leaves the file out instead.' },
  );

/**
 * The user's configuration with a project's over it.
 * @throws UserError when the file is wrong, or needs trust that it does not have
 */
export const withProject = async (
  world: World,
  loaded: LoadedConfig,
  file: string,
  builtin: Builtin,
): Promise<LoadedConfig> => {
  const project = await readProject(world, file, loaded.config, builtin);
  const { path, state, config } = project;
  if (state === 'untrusted') throw untrusted(project);
  if (state === 'ignored') return loaded;
  const base = state === 'trusted' ? mergeConfigs(loaded.config, config) : loaded.config;
  return {
    ...loaded,
    config: { ...base, project: { path, selection: choiceOf(config, state === 'trusted') } },
    warnings: [...loaded.warnings, ...project.warnings],
  };
};
