import { TIERS } from '../../../src/plan/selection.ts';
import { allProviders } from '../../../src/providers/index.ts';
import { config, FACTS, planOf, sessionEnv } from './machine.ts';

/** Who may see a value, by the variable that holds it in the caller's shell. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  ANTHROPIC_API_KEY: ['apikey'],
  ANTHROPIC_AUTH_TOKEN: [],
  ANTHROPIC_AWS_API_KEY: [],
  ANTHROPIC_CUSTOM_HEADERS: [],
  ANTHROPIC_IDENTITY_TOKEN: [],
  CLAUDE_CODE_OAUTH_TOKEN: ['pro'],
  CLAUDE_CODE_OAUTH_REFRESH_TOKEN: [],
  CLAUDE_CODE_GATEWAY_TOKEN: [],
  AWS_BEARER_TOKEN_BEDROCK: ['aws'],
  ANTHROPIC_FOUNDRY_API_KEY: ['azure'],
  ANTHROPIC_FOUNDRY_AUTH_TOKEN: [],
  VERCEL_AI_GATEWAY_TOKEN: ['vercel'],
  AI_GATEWAY_API_KEY: [],
  OLLAMA_API_KEY: [],
  OPENAI_API_KEY: [],
  AZURE_OPENAI_API_KEY: [],
  CODEX_API_KEY: [],
  CODEX_ACCESS_TOKEN: [],
  GW_TOKEN: ['mygw'],
  OTHER_KEY: ['other'],
};

const PROVIDERS = config({
  providers: {
    mygw: { type: 'anthropic', baseUrl: 'https://gw.example', token: { env: 'GW_TOKEN' } },
    other: { type: 'anthropic', baseUrl: 'https://other.example', apiKey: { env: 'OTHER_KEY' } },
  },
}).providers;

const CREDENTIALS = Object.fromEntries(Object.keys(OWNERS).map((name) => [name, `value of ${name}`]));
const ENV = {
  ...CREDENTIALS,
  PATH: '/bin',
  ANTHROPIC_FOUNDRY_RESOURCE: 'res',
  ANTHROPIC_VERTEX_PROJECT_ID: 'project',
  ANTHROPIC_BASE_URL: 'https://caller.example',
  ANTHROPIC_BEDROCK_BASE_URL: 'https://caller.example',
  ANTHROPIC_VERTEX_BASE_URL: 'https://caller.example',
  ANTHROPIC_UNIX_SOCKET: '/tmp/socket',
  ANTHROPIC_MODEL: 'caller-model',
  ANTHROPIC_SMALL_FAST_MODEL: 'caller-model',
  CLAUDE_CODE_SUBAGENT_MODEL: 'caller-model',
  ANTHROPIC_DEFAULT_OPUS_MODEL: 'caller-model',
  CLAUDE_CODE_USE_BEDROCK: '1',
  CLAUDE_CODE_USE_VERTEX: '1',
  CLAUDE_CODE_USE_FOUNDRY: '1',
  CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1',
  CLAUDE_CODE_USE_POWERSHELL_TOOL: '1',
};

const SWITCHES: Readonly<Record<string, string>> = {
  aws: 'CLAUDE_CODE_USE_BEDROCK',
  vertex: 'CLAUDE_CODE_USE_VERTEX',
  azure: 'CLAUDE_CODE_USE_FOUNDRY',
};

const IDS = allProviders(PROVIDERS).map(({ id }) => id);

describe.each(IDS)('with everybody’s credentials around, a session on %s', (provider) => {
  const plan = planOf({ provider, tier: 'opus' }, { providers: PROVIDERS }, ENV);
  const session = sessionEnv(plan, ENV);
  const values = Object.values(session);

  test('sees its own credential and no other', () => {
    const visible = Object.keys(OWNERS).filter((name) => values.includes(`value of ${name}`));
    expect(visible).toEqual(Object.keys(OWNERS).filter((name) => OWNERS[name]?.includes(provider)));
  });

  test('goes nowhere and uses nothing that the caller had set', () => {
    expect(values).not.toContain('https://caller.example');
    expect(values).not.toContain('caller-model');
    expect(session).not.toHaveProperty('ANTHROPIC_UNIX_SOCKET');
    const on = Object.keys(session).filter((name) => /^CLAUDE_CODE_(USE|SKIP)_/.test(name));
    expect(on.sort()).toEqual(
      [...(SWITCHES[provider] ? [SWITCHES[provider]] : []), 'CLAUDE_CODE_USE_POWERSHELL_TOOL'].sort(),
    );
  });

  test('pins every tier and the main model', () => {
    const pins = TIERS.map((tier) => session[`ANTHROPIC_DEFAULT_${tier.toUpperCase()}_MODEL`]);
    expect([...pins, session.ANTHROPIC_MODEL].filter((id) => !id)).toEqual([]);
    expect(session.ANTHROPIC_MODEL).toBe(session.ANTHROPIC_DEFAULT_OPUS_MODEL);
    expect(session).not.toHaveProperty('ANTHROPIC_SMALL_FAST_MODEL');
  });

  test('sends no request to an address without a credential', () => {
    const credential = session.ANTHROPIC_API_KEY || session.ANTHROPIC_AUTH_TOKEN;
    expect(Boolean(session.ANTHROPIC_BASE_URL) && !credential).toBe(false);
    expect(session).toMatchObject({ PATH: '/bin', CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST: '1' });
  });

  test('has a patch in the order of names', () => {
    const names = [...plan.patch.keys()];
    expect(names).toEqual([...names].sort());
  });
});

test('a session on the subscription without a tier pins nothing', () => {
  const session = sessionEnv(planOf({ provider: 'pro' }, {}, ENV, FACTS), ENV);
  expect(Object.keys(session).filter((name) => name.includes('MODEL'))).toEqual([]);
});
