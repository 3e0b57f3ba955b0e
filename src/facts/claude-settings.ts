import { join } from 'node:path';
import type { Env, World } from '../world.ts';
import { readSmallJson } from './small-file.ts';

/** A settings file of Claude Code that reaches past the session's own environment. */
export interface SettingsGap {
  readonly path: string;
  /** Variables in its `env` block, and `apiKeyHelper`. */
  readonly names: readonly string[];
}

const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const gapsIn = (settings: unknown, reachesThrough: (name: string) => boolean): string[] => {
  const { env, apiKeyHelper } = object(settings);
  const names = Object.entries(object(env)).filter(([name, value]) => value !== '' && reachesThrough(name));
  return [...names.map(([name]) => name), ...(apiKeyHelper ? ['apiKeyHelper'] : [])];
};

const places = (world: World, env: Env): string[] => {
  const cwd = world.cwd();
  const own = env.CLAUDE_CONFIG_DIR || (world.home && join(world.home, '.claude'));
  const project =
    cwd === undefined
      ? []
      : ['settings.json', 'settings.local.json'].map((name) => join(cwd, '.claude', name));
  return [...(own ? [join(own, 'settings.json')] : []), ...project];
};

/**
 * The user's and the project's settings files that could redirect a session.
 * @param reachesThrough whether the client takes a variable of an `env` block although the session sets it
 */
export const settingsGaps = (
  world: World,
  env: Env,
  reachesThrough: (name: string) => boolean,
): SettingsGap[] =>
  places(world, env).flatMap((path) => {
    const names = gapsIn(readSmallJson(world, path), reachesThrough);
    return names.length === 0 ? [] : [{ path, names }];
  });
