import { join } from 'node:path';
import type { Env, World } from '../world.ts';
import { homePath } from './home-path.ts';
import { readSmallJson } from './small-file.ts';

/**
 * Is a Claude login stored in `.credentials.json` of `CLAUDE_CONFIG_DIR` or `~/.claude`? `undefined` on macOS,
 * where it is in the keychain. The file may exist without one: logins of MCP servers lie there too.
 */
export const claudeLogin = (world: World, env: Env): boolean | undefined => {
  if (world.platform === 'darwin') return undefined;
  const folder = homePath(world, env, 'CLAUDE_CONFIG_DIR', '.claude');
  const stored = folder && readSmallJson(world, join(folder, '.credentials.json'));
  return Boolean((stored as { claudeAiOauth?: unknown } | null | undefined)?.claudeAiOauth);
};
