import type { ProviderSettings } from '../../../src/providers/provider.ts';
import { claudeCode } from '../../../src/tools/claude-code.ts';
import { CONFIG, FACTS, planOf } from './machine.ts';

test('a whole plan', () => {
  const plan = planOf({ profile: 'work', tier: 'haiku', effort: 'high', team: true }, CONFIG, {}, {});
  expect(plan).toEqual({
    tool: 'cc',
    toolTitle: 'Claude Code',
    provider: 'aws',
    providerTitle: 'Bedrock at work',
    auth: 'AWS credentials (profile: work)',
    payer: 'cloud',
    model: 'h2',
    smallModel: 'h2',
    region: 'eu-west-1',
    project: undefined,
    byDefault: false,
    effort: 'high',
    team: true,
    ambient: false,
    patch: expect.any(Map),
    managed: {
      ...claudeCode.managed,
      names: [...claudeCode.managed.names, 'AZURE_KEY', 'GW_TOKEN', 'ENTRA'],
    },
    kept: claudeCode.kept,
    args: [],
    hooks: {},
    warnings: [],
  });
  const text = (value: string) => ({ kind: 'text', text: value });
  const unset = { kind: 'unset' };
  expect([...plan.patch]).toEqual([
    ['A', text('1')],
    ['ANTHROPIC_DEFAULT_FABLE_MODEL', text('eu.anthropic.claude-fable-5-2')],
    ['ANTHROPIC_DEFAULT_HAIKU_MODEL', text('h2')],
    ['ANTHROPIC_DEFAULT_OPUS_MODEL', text('o')],
    ['ANTHROPIC_DEFAULT_SONNET_MODEL', text('eu.anthropic.claude-sonnet-5-5')],
    ['ANTHROPIC_MODEL', text('h2')],
    ['AWS_ACCESS_KEY_ID', unset],
    ['AWS_BEARER_TOKEN_BEDROCK', unset],
    ['AWS_CONFIG_FILE', text('/home/user/.aws/config')],
    ['AWS_ENDPOINT_URL', unset],
    ['AWS_ENDPOINT_URL_BEDROCK', unset],
    ['AWS_ENDPOINT_URL_BEDROCK_RUNTIME', unset],
    ['AWS_PROFILE', text('work')],
    ['AWS_REGION', text('eu-west-1')],
    ['AWS_SECRET_ACCESS_KEY', unset],
    ['AWS_SESSION_TOKEN', unset],
    ['AWS_SHARED_CREDENTIALS_FILE', text('/home/user/.aws/credentials')],
    ['B', text('2')],
    ['C', text('2')],
    ['CLAUDE_CODE_EFFORT_LEVEL', text('high')],
    ['CLAUDE_CODE_EXPERIMENTAL_AGENT_TEAMS', text('1')],
    ['CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST', text('1')],
    ['CLAUDE_CODE_USE_BEDROCK', text('1')],
  ]);
});

const AZURE: Record<string, ProviderSettings> = {
  'resource by address': { resource: 'res', apiKey: { literal: 'k' } },
  'address by resource': { baseUrl: 'https://r.example', token: { literal: 't' } },
};

test.each([
  ['resource by address', AZURE['address by resource'], 'Entra token', 'ANTHROPIC_FOUNDRY_BASE_URL'],
  ['address by resource', AZURE['resource by address'], 'API key', 'ANTHROPIC_FOUNDRY_RESOURCE'],
])('a profile replaces %s, and the credential with it', (name, profile, auth, variable) => {
  const parts = { providers: { azure: AZURE[name] ?? {} }, profiles: { p: profile ?? {} } };
  const plan = planOf({ provider: 'azure', profile: 'p' }, parts);
  expect(plan.auth).toBe(auth);
  const endpoints = ['ANTHROPIC_FOUNDRY_BASE_URL', 'ANTHROPIC_FOUNDRY_RESOURCE'];
  expect(endpoints.filter((each) => plan.patch.get(each)?.kind === 'text')).toEqual([variable]);
});

test('a profile that keeps silent about them leaves address and credential', () => {
  const parts = { providers: { azure: AZURE['resource by address'] ?? {} }, profiles: { p: { team: true } } };
  expect(planOf({ provider: 'azure', profile: 'p' }, parts)).toMatchObject({ auth: 'API key', team: true });
});

test('a profile that names both of them is no less wrong than a section', () => {
  const both = { ...AZURE['resource by address'], ...AZURE['address by resource'] };
  const parts = { profiles: { p: both } };
  expect(() => planOf({ provider: 'azure', profile: 'p' }, parts)).toThrow('are both set');
});

test('without a word about teams there is none, and the provider’s warnings are passed on', () => {
  expect(planOf({ provider: 'pro' }, {}, {}, { claudeLogin: false })).toMatchObject({
    team: false,
    warnings: [expect.stringContaining('claude setup-token')],
  });
});

test('payer, title and hooks of the configuration are the plan’s', () => {
  const hooks = { cleanup: [['ollama', 'stop', 'm']] };
  const providers = { ollama: { payer: 'api', title: 'GPU box', hooks } } as const;
  expect(planOf({ provider: 'ol' }, { providers })).toMatchObject({
    provider: 'ollama',
    providerTitle: 'GPU box',
    payer: 'api',
    hooks,
  });
});

test('variables of the configuration count where the caller’s would', () => {
  const env = { HTTPS_PROXY: 'http://p:3128', NO_PROXY: 'corp' };
  const { patch } = planOf({ provider: 'ollama' }, { providers: { ollama: { env } } });
  expect(patch.get('NO_PROXY')).toEqual({ kind: 'text', text: 'corp,127.0.0.1,localhost,::1' });
  const { region } = planOf(
    { provider: 'aws' },
    { providers: { aws: { env: { AWS_REGION: 'eu-west-3' } } } },
  );
  expect(region).toBe('eu-west-3');
});

test('a secret’s variable is cleared, unless it is the one that the session sets', () => {
  const providers = {
    apikey: { apiKey: { env: 'ANTHROPIC_API_KEY' } },
    vercel: { token: { env: 'V_TOKEN' } },
  };
  const { managed, patch } = planOf({ provider: 'apikey' }, { providers }, { ANTHROPIC_API_KEY: 'k' });
  expect(managed.names).toContain('V_TOKEN');
  expect(managed.names).not.toContain('ANTHROPIC_API_KEY');
  expect(patch.get('ANTHROPIC_API_KEY')).toEqual({ kind: 'caller', name: 'ANTHROPIC_API_KEY' });
});

test('an exact model keeps the tiers of the provider', () => {
  const { patch, model } = planOf(
    { provider: 'vertex', model: 'claude-opus-5' },
    {},
    { GCLOUD_PROJECT: 'p' },
    FACTS,
  );
  expect(model).toBe('claude-opus-5');
  expect(patch.get('ANTHROPIC_DEFAULT_SONNET_MODEL')).toEqual({ kind: 'text', text: 'claude-sonnet-5-5' });
});
