import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { absolute } from '../config/paths.ts';
import { openToOthers } from '../config/safe-file.ts';
import { google } from '../facts/google.ts';
import { homePath } from '../facts/home-path.ts';
import { isSecretName } from '../secrets/displayed.ts';
import type { KnownConfig } from '../status/configuration.ts';
import { pasted, tilde } from '../text/shell.ts';
import type { World } from '../world.ts';
import { type Finding, findings } from './finding.ts';
import { settingsLayers } from './layers.ts';

const { problem, ok } = findings('open files');

/** Files that the configuration takes a secret from. */
const configured = (world: World, { providers, profiles }: Config): string[] =>
  [...Object.values(providers), ...Object.values(profiles)]
    .flatMap(({ apiKey, token }) => [apiKey, token])
    .flatMap((ref) => (ref && 'file' in ref ? [absolute(world, ref.file)] : []));

/** Where the tools and the clouds keep credentials. */
const stored = (world: World): string[] => {
  const claude = homePath(world, world.env, 'CLAUDE_CONFIG_DIR', '.claude');
  const codex = homePath(world, world.env, 'CODEX_HOME', '.codex');
  const aws = homePath(world, world.env, 'AWS_SHARED_CREDENTIALS_FILE', '.aws', 'credentials');
  const { adcFile } = google(world, world.env);
  return [
    claude && join(claude, '.credentials.json'),
    codex && join(codex, 'auth.json'),
    aws,
    adcFile,
  ].filter((path) => path !== undefined);
};

/** Settings files with a secret in their `env`. */
const settings = (world: World): string[] =>
  settingsLayers(world)
    .filter(({ env }) => Object.keys(env).some(isSecretName))
    .map(({ path }) => path);

const isOpen = ({ files }: World, path: string): boolean => {
  try {
    return openToOthers(files.stat(path));
  } catch {
    return false;
  }
};

/** Whether other users can read a file with a secret in it. */
export const openFiles = (world: World, { config }: KnownConfig): Finding[] => {
  const paths = [...new Set([...configured(world, config), ...stored(world), ...settings(world)])];
  const open = paths.filter((path) => isOpen(world, path));
  if (open.length === 0) return [ok('no other user can read a file with a secret')];
  return open.map((path) =>
    problem(
      `other users can read ${tilde(world, path)}, which holds a secret`,
      `Run: chmod 600 ${pasted(world, path)}`,
    ),
  );
};
