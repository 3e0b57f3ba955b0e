import { integrationFile } from '../facts/startup-files.ts';
import { installedTool } from '../facts/tool-version.ts';
import { askOnce } from '../readiness/ask-once.ts';
import type { ProfileState, ProviderState } from '../readiness/provider-state.ts';
import { type Reached, reachAll } from '../readiness/reach.ts';
import { profileStates, readiness } from '../readiness/readiness.ts';
import { EMPTY_ROW, type SessionRow, sessionRow } from '../sessions/json.ts';
import type { Session } from '../sessions/session.ts';
import { viewOf } from '../sessions/view.ts';
import type { ShellId } from '../shells/shell.ts';
import { callingShell } from '../start/calling-shell.ts';
import { TOOLS } from '../tools/index.ts';
import { PROGRAMS } from '../tools/programs.ts';
import type { World } from '../world.ts';
import { type KnownConfig, knownConfig } from './configuration.ts';
import { type Standing, standingOf } from './session.ts';
import type { EffectiveValue } from './value.ts';
import { effectiveValues } from './values.ts';

/** The session of this shell; one that has ended elsewhere has only what its variables say. */
export interface ShellSession extends SessionRow {
  readonly standing: Standing;
}

/** A tool, and how to install it. */
export interface ToolStatus {
  readonly id: string;
  readonly title: string;
  /** `null` where it is not on PATH. */
  readonly path: string | null;
  readonly version: string | null;
  readonly install: string;
}

/**
 * What `ai-status --json` prints. Every name is always there and keeps its meaning from version to version; what is not
 * known is `null`. Names may be added.
 */
export interface Status {
  readonly version: string;
  readonly session: ShellSession | null;
  /** Live sessions of this user, as `ai-sessions` counts them. */
  readonly sessions: number;
  readonly config: { readonly path: string | null; readonly project: string | null } & Pick<
    KnownConfig,
    'problems' | 'warnings'
  >;
  /** What `ai` without flags would take. */
  readonly defaults: readonly EffectiveValue[];
  readonly tools: readonly ToolStatus[];
  /** The calling shell, and its start-up file that loads the integration. */
  readonly shell: { readonly id: ShellId | null; readonly integration: string | null };
  readonly providers: readonly ProviderState[];
  readonly profiles: readonly ProfileState[];
  /** With `--online` only. */
  readonly online: readonly Reached[] | null;
}

const sessionOf = (world: World, sessions: readonly Session[]): ShellSession | null => {
  const { AI_SESSION_ID: id, AI_SESSION_TOOL, AI_SESSION_PROVIDER, AI_SESSION_MODEL } = world.env;
  if (!id) return null;
  const standing = standingOf(world, id, sessions);
  const session = sessions.find((each) => each.id === id);
  if (session) return { ...sessionRow(session, viewOf(world, false, TOOLS, undefined)), standing };
  return {
    ...EMPTY_ROW,
    id,
    tool: AI_SESSION_TOOL ?? null,
    toolName: TOOLS.find((tool) => tool.id === AI_SESSION_TOOL)?.title ?? null,
    provider: AI_SESSION_PROVIDER ?? null,
    model: AI_SESSION_MODEL ?? null,
    standing,
  };
};

const toolStatus = (world: World): ToolStatus[] =>
  TOOLS.map(({ id, title }) => {
    const { path = null, version = null } = installedTool(world, id) ?? {};
    return { id, title, path, version, install: PROGRAMS[id].install };
  });

const shellOf = (world: World): Status['shell'] => {
  try {
    const id = callingShell(world, undefined);
    return { id, integration: integrationFile(world, id) ?? null };
  } catch {
    return { id: null, integration: null };
  }
};

/** Everything about this shell and what is around it. @param sessions the live ones */
export const statusOf = async (
  outside: World,
  sessions: readonly Session[],
  online: boolean,
): Promise<Status> => {
  const world = askOnce(outside);
  const { config, path, project, problems, warnings } = await knownConfig(world);
  const [providers, profiles, defaults] = await Promise.all([
    readiness(world, config, { online }),
    profileStates(world, config, { online }),
    effectiveValues(world, config),
  ]);
  return {
    version: world.version,
    session: sessionOf(world, sessions),
    sessions: sessions.length,
    config: { path: path ?? null, project: project ?? null, problems, warnings },
    defaults,
    tools: toolStatus(world),
    shell: shellOf(world),
    providers,
    profiles,
    online: online ? await reachAll(world, config, providers) : null,
  };
};
