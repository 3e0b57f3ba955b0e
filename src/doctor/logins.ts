import { claudeLogin } from '../facts/claude-login.ts';
import { codexLogin } from '../facts/codex-login.ts';
import type { World } from '../world.ts';
import { type Finding, findings } from './finding.ts';

const { ok, note } = findings('logins');

const claude = (world: World): Finding => {
  const stored = claudeLogin(world, world.env);
  if (stored === undefined) return note('a login of Claude Code would be in the keychain, which is not read');
  return stored
    ? ok('Claude Code has a stored login')
    : note('Claude Code has no stored login', 'For --pro: run `claude /login`.');
};

/** The logins that the tools have stored. */
export const logins = (world: World): Finding[] => {
  const codex = codexLogin(world, world.env);
  return [
    claude(world),
    codex === undefined
      ? note('Codex has no stored login', 'For --codex --pro: run `codex login`.')
      : ok(`Codex has a stored login: ${codex === 'key' ? 'an API key' : 'a ChatGPT account'}`),
  ];
};
