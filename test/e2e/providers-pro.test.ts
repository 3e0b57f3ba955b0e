import { arrivals, shown } from '../support/arrivals.ts';
import { callerEnv, changed, foreignWords, received } from '../support/client-session.ts';
import { ask, runInShell, session } from '../support/client-shell.ts';
import { plantSettings, useStage } from '../support/client-stage.ts';
import { claude, claude197 } from '../support/clients.ts';
import { redirectingSettings } from '../support/hostile-settings.ts';
import { environment } from '../support/run.ts';
import { bash, fish, zsh } from '../support/shells.ts';

const stage = useStage();

/** A stored login, as the client writes it. */
const LOGIN = JSON.stringify({
  claudeAiOauth: {
    accessToken: 'own-access-token',
    refreshToken: 'own-refresh-token',
    expiresAt: 4_102_444_800_000,
    scopes: ['user:inference', 'user:profile'],
    subscriptionType: 'max',
  },
});

/** A subscription is served at Anthropic alone: all that can be seen here is where the client turns to. */
const outside = () => [...new Set(arrivals(stage.server.requests))];
const ANTHROPIC = ['CONNECT api.anthropic.com:443'];

test.each([
  [bash, '2.1.330', claude],
  [zsh, '2.1.330', claude],
  [fish, '2.1.197', claude197],
] as const)('$name: pro with a token, claude %s', async (shell, _version, client) => {
  const { box, hostile } = stage;
  plantSettings(stage, redirectingSettings(hostile.url));
  const lines = session(shell, stage, '--pro --opus', ask(shell, client()));
  const env = { ...callerEnv(stage), CLAUDE_CODE_OAUTH_TOKEN: 'own-subscription-token' };
  expect((await runInShell(shell, stage, lines, env)).said).toEqual({ on: '0', client: '1', off: '0' });
  expect(outside()).toEqual(ANTHROPIC);
  expect(arrivals(hostile.requests)).toEqual([]);
  expect(shown(stage.server.requests, foreignWords(stage))).toEqual([]);
  expect(environment(box, 'during')).toMatchObject({
    AI_SESSION_PROVIDER: 'pro',
    ANTHROPIC_MODEL: 'claude-opus-5-5',
    CLAUDE_CODE_OAUTH_TOKEN: 'own-subscription-token',
  });
  expect([received(box), changed(box)]).toEqual([[], []]);
});

test.each([
  [bash, '2.1.330', claude],
  [fish, '2.1.197', claude197],
] as const)('$name: pro with the stored login, claude %s', async (shell, _version, client) => {
  const { box } = stage;
  plantSettings(stage, {});
  box.plant('.claude/.credentials.json', LOGIN);
  const env = { ...callerEnv(stage), CLAUDE_CODE_OAUTH_TOKEN: undefined };
  const result = await runInShell(shell, stage, session(shell, stage, '--pro', ask(shell, client())), env);
  expect(result.said).toEqual({ on: '0', client: '1', off: '0' });
  expect(outside()).toEqual(ANTHROPIC);
  expect([received(box), changed(box)]).toEqual([[], []]);
});
