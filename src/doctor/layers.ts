import { join } from 'node:path';
import { CREDENTIAL_HELPERS } from '../facts/claude-settings.ts';
import { homePath } from '../facts/home-path.ts';
import { isFile, readSmallJson } from '../facts/small-file.ts';
import type { World } from '../world.ts';

/** A settings file of Claude Code (code.claude.com, "Settings"). */
export interface SettingsLayer {
  readonly where: 'user settings' | 'project settings' | 'local settings' | 'managed settings';
  readonly path: string;
  /** Its `env` block. */
  readonly env: Readonly<Record<string, string>>;
  /** The programs in it whose output is a credential. */
  readonly helpers: readonly string[];
  /** Whether it is JSON at all. */
  readonly readable: boolean;
}

type Place = Pick<SettingsLayer, 'where' | 'path'>;

const managedFolder = ({ platform }: World): string =>
  platform === 'darwin' ? '/Library/Application Support/ClaudeCode' : '/etc/claude-code';

const managedPlaces = (world: World): Place[] => {
  const folder = managedFolder(world);
  const parts = join(folder, 'managed-settings.d');
  const base = [join(folder, 'managed-settings.json')];
  try {
    const names = world.files.list(parts).filter((name) => name.endsWith('.json'));
    base.push(...names.sort().map((name) => join(parts, name)));
  } catch {}
  return base.map((path) => ({ where: 'managed settings', path }));
};

/** The files in the order in which each wins over those before it. */
const places = (world: World): Place[] => {
  const user = homePath(world, world.env, 'CLAUDE_CONFIG_DIR', '.claude');
  const cwd = world.cwd();
  const project = cwd === undefined ? undefined : join(cwd, '.claude');
  const isHome = project !== undefined && project === user;
  return [
    ...(user === undefined ? [] : [{ where: 'user settings', path: join(user, 'settings.json') } as const]),
    ...(project === undefined || isHome
      ? []
      : [{ where: 'project settings', path: join(project, 'settings.json') } as const]),
    ...(project === undefined
      ? []
      : [{ where: 'local settings', path: join(project, 'settings.local.json') } as const]),
    ...managedPlaces(world),
  ];
};

const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const layerOf = (world: World, place: Place): SettingsLayer => {
  const settings = readSmallJson(world, place.path);
  const all = object(settings);
  return {
    ...place,
    env: Object.fromEntries(Object.entries(object(all.env)).map(([name, value]) => [name, String(value)])),
    helpers: CREDENTIAL_HELPERS.filter((name) => all[name]),
    readable: settings !== undefined,
  };
};

/** The settings files that exist, in the order in which each wins over those before it. */
export const settingsLayers = (world: World): SettingsLayer[] =>
  places(world)
    .filter(({ path }) => isFile(world.files, path))
    .map((place) => layerOf(world, place));
