import { join } from 'node:path';
import type { Env, World } from '../world.ts';
import { homePath } from './home-path.ts';
import { readSmallJson } from './small-file.ts';

/**
 * The login that `auth.json` of `CODEX_HOME` or `~/.codex` holds. `codex login status` of 0.169 judges the same way: the mode
 * that is named, else an API key before anything else. `undefined` without the file: it may be in the system's keyring.
 */
export const codexLogin = (world: World, env: Env): 'subscription' | 'key' | undefined => {
  const folder = homePath(world, env, 'CODEX_HOME', '.codex');
  const stored = folder && readSmallJson(world, join(folder, 'auth.json'));
  if (stored === null || typeof stored !== 'object') return undefined;
  const { auth_mode: mode, OPENAI_API_KEY: key } = stored as Readonly<Record<string, unknown>>;
  const isKey = mode === undefined || mode === null ? typeof key === 'string' : mode === 'apikey';
  return isKey ? 'key' : 'subscription';
};
