import { plantSettings, useStage } from '../support/client-stage.ts';
import { claude, claude197 } from '../support/clients.ts';
import { redirectingSettings } from '../support/hostile-settings.ts';
import { answeredOutside, askOutside } from '../support/outside-session.ts';
import { type PlayedHosts, playHosts } from '../support/played-hosts.ts';
import { bash, fish, zsh } from '../support/shells.ts';

/** A subscription is served here alone, whatever the configuration says. */
const HOST = 'api.anthropic.com';

const stage = useStage();
let net: PlayedHosts;

beforeEach(async () => {
  net = await playHosts([HOST]);
});

afterEach(() => net.close());

const answeredBy = (token: string, model: unknown) =>
  answeredOutside([HOST], {
    address: `${HOST}/v1/messages`,
    model,
    credentials: { authorization: `Bearer ${token}` },
  });

test.each([
  ['bash', bash, '2.1.330', claude],
  ['zsh', zsh, '2.1.330', claude],
  ['fish', fish, '2.1.197', claude197],
] as const)('%s: pro with a token, whatever a settings file says', async (_name, shell, _version, client) => {
  plantSettings(stage, redirectingSettings(stage.hostile.url));
  const env = { CLAUDE_CODE_OAUTH_TOKEN: 'own-subscription-token' };
  const seen = await askOutside(stage, net, { shell, client: client(), flags: '--pro --sonnet', env });
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
] as const)('%s: pro with the stored login', async (_name, shell, _version, client) => {
  plantSettings(stage, {});
  stage.box.plant('.claude/.credentials.json', LOGIN);
  const env = { CLAUDE_CODE_OAUTH_TOKEN: undefined };
  const seen = await askOutside(stage, net, { shell, client: client(), flags: '--pro', env });
  expect(seen).toStrictEqual(answeredBy('own-access-token', expect.stringMatching(/^claude-/)));
});
