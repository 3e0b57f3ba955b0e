import { useStage } from '../support/client-stage.ts';
import { claude } from '../support/clients.ts';
import { answeredOutside, askOutside } from '../support/outside-session.ts';
import { type PlayedHosts, playHosts } from '../support/played-hosts.ts';
import { bash, fish, zsh } from '../support/shells.ts';

const stage = useStage();
let net: PlayedHosts;

afterEach(() => net.close());

/** Sessions with nothing but the caller's variables: the hosts that are asked, the last of them for a turn. */
test.each([
  {
    shell: bash,
    flags: '--apikey',
    env: { ANTHROPIC_API_KEY: 'own-anthropic-key' },
    hosts: ['api.anthropic.com'],
    path: '/v1/messages',
    model: 'claude-opus-5-5',
    credentials: { 'x-api-key': 'own-anthropic-key' },
  },
  {
    shell: zsh,
    flags: '--vercel --fable',
    env: { VERCEL_AI_GATEWAY_TOKEN: 'own-vercel-token' },
    hosts: ['ai-gateway.vercel.sh'],
    path: '/v1/messages',
    model: 'anthropic/claude-fable-5.2',
    credentials: { authorization: 'Bearer own-vercel-token' },
  },
  {
    shell: fish,
    flags: '--aws --haiku',
    env: { AWS_BEARER_TOKEN_BEDROCK: 'own-bedrock-key', AWS_REGION: 'eu-central-1' },
    hosts: ['bedrock.eu-central-1.amazonaws.com', 'bedrock-runtime.eu-central-1.amazonaws.com'],
    path: '/model/eu.anthropic.claude-haiku-5-5/invoke-with-response-stream',
    model: 'unknown',
    credentials: { authorization: 'Bearer own-bedrock-key' },
  },
  {
    shell: bash,
    flags: '--azure',
    env: {
      ANTHROPIC_FOUNDRY_API_KEY: 'own-foundry-key',
      ANTHROPIC_FOUNDRY_BASE_URL: undefined,
      ANTHROPIC_FOUNDRY_RESOURCE: 'own-resource',
    },
    hosts: ['own-resource.services.ai.azure.com'],
    path: '/anthropic/v1/messages',
    model: 'claude-opus-5-5',
    credentials: { 'x-api-key': 'own-foundry-key' },
  },
])('without a configuration $flags goes to $hosts', async ({ shell, flags, env, hosts, path, ...turn }) => {
  net = await playHosts(hosts);
  const seen = await askOutside(stage, net, { shell, client: claude(), flags, env });
  expect(seen).toStrictEqual(answeredOutside(hosts, { address: `${hosts.at(-1)}${path}`, ...turn }));
});
