import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codexLogin } from '../../src/facts/codex-login.ts';
import { files } from '../../src/node/files.ts';
import type { World } from '../../src/world.ts';
import { clientEnv, codex, runClient } from '../support/clients.ts';
import { useLoopbackHome } from '../support/loopback-home.ts';

const at = useLoopbackHome();

/** An id token that says nothing; Codex only looks into it. */
const TOKENS = {
  id_token: 'eyJhbGciOiJub25lIn0.eyJlbWFpbCI6ImEifQ.x',
  access_token: 'a',
  refresh_token: 'r',
};

test.each([
  ['a key', { auth_mode: 'apikey', OPENAI_API_KEY: 'sk-x' }, 'key', /API key/],
  ['a key beside tokens', { OPENAI_API_KEY: 'sk-x', tokens: TOKENS }, 'key', /API key/],
  ['ChatGPT', { auth_mode: 'chatgpt', OPENAI_API_KEY: null, tokens: TOKENS }, 'subscription', /ChatGPT/],
  ['ChatGPT of an older version', { OPENAI_API_KEY: null, tokens: TOKENS }, 'subscription', /ChatGPT/],
])('Codex itself calls it so: %s', async (_what, stored, expected, said) => {
  mkdirSync(join(at.home, '.codex'), { recursive: true });
  writeFileSync(join(at.home, '.codex/auth.json'), JSON.stringify(stored), { mode: 0o600 });
  const { stderr } = await runClient(codex(), ['login', 'status'], clientEnv(at.home, at.server.url, {}));
  expect(stderr).toMatch(said);
  expect(codexLogin({ home: at.home, files } as unknown as World, {})).toBe(expected);
});
