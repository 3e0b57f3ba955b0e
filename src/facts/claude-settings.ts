import { join } from 'node:path';
import type { Env, World } from '../world.ts';
import { readSmallJson } from './small-file.ts';

/** A settings file of Claude Code that reaches past the session's own environment. */
export interface SettingsGap {
  readonly path: string;
  /** Variables in its `env` block, and {@link CREDENTIAL_HELPERS}. */
  readonly names: readonly string[];
}

const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Settings that are programs whose output is a credential. */
export const CREDENTIAL_HELPERS = ['apiKeyHelper', 'awsCredentialExport'] as const;

const gapsIn = (settings: unknown, reachesThrough: (name: string) => boolean): string[] => {
  const all = object(settings);
  const names = Object.entries(object(all.env)).filter(
    ([name, value]) => value !== '' && reachesThrough(name),
  );
  return [...names.map(([name]) => name), ...CREDENTIAL_HELPERS.filter((name) => all[name])];
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
