import { join } from 'node:path';
import { claudeLogin } from '../facts/claude-login.ts';
import { homePath } from '../facts/home-path.ts';
import { readSmallJson } from '../facts/small-file.ts';
import type { World } from '../world.ts';
import { type Finding, findings } from './finding.ts';

const { ok, note } = findings('logins');

/** What Codex has stored (`codex login`): an account of ChatGPT, or a key. */
const codexLogin = (world: World): string | undefined => {
  const folder = homePath(world, world.env, 'CODEX_HOME', '.codex');
  const stored = folder && readSmallJson(world, join(folder, 'auth.json'));
  if (typeof stored !== 'object' || stored === null) return undefined;
  return (stored as { auth_mode?: unknown }).auth_mode === 'apikey' ? 'an API key' : 'a ChatGPT account';
};

const claude = (world: World): Finding => {
  const stored = claudeLogin(world, world.env);
  if (stored === undefined) return note('a login of Claude Code would be in the keychain, which is not read');
  return stored
    ? ok('Claude Code has a stored login')
    : note('Claude Code has no stored login', 'For --pro: run `claude /login`.');
};

/** The logins that the tools have stored. */
export const logins = (world: World): Finding[] => {
  const codex = codexLogin(world);
  return [
    claude(world),
    codex === undefined
      ? note('Codex has no stored login', 'For --codex --pro: run `codex login`.')
      : ok(`Codex has a stored login: ${codex}`),
  ];
};
