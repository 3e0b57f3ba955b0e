import { type AnthropicHost, startAnthropicHost } from '../support/anthropic-host.ts';
import { arrivals, credentials, shown } from '../support/arrivals.ts';
import { callerEnv, changed, foreignWords, received } from '../support/client-session.ts';
import { ask, runInShell, session } from '../support/client-shell.ts';
import { plantSettings, useStage } from '../support/client-stage.ts';
import { claude, claude197 } from '../support/clients.ts';
import { redirectingSettings } from '../support/hostile-settings.ts';
import { modelOf } from '../support/loopback/exchange.ts';
import { bash, fish, type Shell, zsh } from '../support/shells.ts';

const stage = useStage();
let anthropic: AnthropicHost;

beforeEach(async () => {
  anthropic = await startAnthropicHost();
});

afterEach(() => anthropic.close());

/** Asks one question in a subscription session, whose requests go to Anthropic whatever we do. */
const askAnthropic = async (shell: Shell, client: string, flags: string, token: string | undefined) => {
  const { box, server, hostile } = stage;
  const env = {
    ...callerEnv(stage),
    CLAUDE_CODE_OAUTH_TOKEN: token,
    HTTPS_PROXY: anthropic.proxy,
    NODE_EXTRA_CA_CERTS: box.plant('ca.pem', anthropic.cert),
  };
  const lines = session(shell, stage, flags, ask(shell, client));
  const { stdout } = await runInShell(shell, stage, lines, env);
  return {
    stdout,
    targets: [...new Set(anthropic.targets)],
    turns: anthropic.turns.map((turn) => [turn.path, modelOf(turn.body), credentials(turn)]),
    astray: arrivals([...server.requests, ...hostile.requests]),
    leaked: shown(anthropic.requests, foreignWords(stage)),
    received: received(box),
    changed: changed(box),
  };
};

const answeredBy = (token: string, model: unknown) => ({
  stdout: 'on=0\nPONG\nclient=0\noff=0\n',
  targets: ['api.anthropic.com:443'],
  turns: [['/v1/messages', model, { authorization: `Bearer ${token}` }]],
  astray: [],
  leaked: [],
  received: [],
  changed: [],
});

test.each([
  ['bash', bash, '2.1.330', claude],
  ['zsh', zsh, '2.1.330', claude],
  ['fish', fish, '2.1.197', claude197],
] as const)('%s: pro with a token is not led astray by settings', async (_name, shell, _version, client) => {
  plantSettings(stage, redirectingSettings(stage.hostile.url));
  const seen = await askAnthropic(shell, client(), '--pro --sonnet', 'own-subscription-token');
  expect(seen).toStrictEqual(answeredBy('own-subscription-token', 'claude-sonnet-5-5'));
});

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

test.each([
  ['bash', bash, '2.1.330', claude],
  ['fish', fish, '2.1.197', claude197],
] as const)('%s: pro with the stored login, claude %s', async (_name, shell, _version, client) => {
  plantSettings(stage, {});
  stage.box.plant('.claude/.credentials.json', LOGIN);
  const seen = await askAnthropic(shell, client(), '--pro', undefined);
  expect(seen).toStrictEqual(answeredBy('own-access-token', expect.stringMatching(/^claude-/)));
});
