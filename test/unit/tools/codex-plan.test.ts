import { choose } from '../../../src/plan/choose.ts';
import { requireEnvironmentAlone } from '../../../src/plan/environment-alone.ts';
import type { Selection } from '../../../src/plan/selection.ts';
import { PROVIDERS } from '../../../src/providers/index.ts';
import { claudeCode } from '../../../src/tools/claude-code.ts';
import { codex } from '../../../src/tools/codex.ts';
import { findTool, TOOLS } from '../../../src/tools/index.ts';
import { config, FACTS, planOf, sessionEnv } from '../plan/machine.ts';

/** Who may see a value, by the variable that holds it in the caller's shell. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  CODEX_API_KEY: ['apikey'],
  OPENAI_API_KEY: [],
  CODEX_ACCESS_TOKEN: [],
  AZURE_OPENAI_API_KEY: ['azure'],
  AWS_BEARER_TOKEN_BEDROCK: ['aws'],
  ANTHROPIC_API_KEY: [],
  ANTHROPIC_AUTH_TOKEN: [],
  ANTHROPIC_FOUNDRY_API_KEY: [],
  ANTHROPIC_CUSTOM_HEADERS: [],
  CLAUDE_CODE_OAUTH_TOKEN: [],
  VERCEL_AI_GATEWAY_TOKEN: [],
  AI_GATEWAY_API_KEY: [],
  OLLAMA_API_KEY: [],
  GW_TOKEN: [],
};

const ENV = {
  ...Object.fromEntries(Object.keys(OWNERS).map((name) => [name, `value of ${name}`])),
  ANTHROPIC_FOUNDRY_RESOURCE: 'res',
  OPENAI_BASE_URL: 'https://caller.example',
  OPENAI_ORGANIZATION: 'https://caller.example',
  OPENAI_PROJECT: 'https://caller.example',
  CODEX_OSS_BASE_URL: 'https://caller.example',
  CODEX_OSS_PORT: 'https://caller.example',
  CODEX_THREAD_ID: 'outer',
  CODEX_SESSION_ID: 'outer',
  CODEX_CI: 'outer',
  CODEX_HOME: '/home/user/codex',
  PATH: '/bin',
};

const CONFIG = config({
  providers: { mygw: { type: 'anthropic', baseUrl: 'https://gw.example', token: { env: 'GW_TOKEN' } } },
});

const IDS = PROVIDERS.filter((provider) => provider.codex).map(({ id }) => id);

test('Codex works with these', () => {
  expect(IDS).toEqual(['aws', 'apikey', 'azure', 'pro', 'ollama', 'lmstudio']);
});

describe.each(IDS)('with everybody’s credentials around, Codex on %s', (provider) => {
  const plan = planOf({ provider, tool: 'codex', tier: 'opus' }, CONFIG, ENV);
  const session = sessionEnv(plan, ENV);
  const values = Object.values(session);

  test('sees its own credential and no other', () => {
    const visible = Object.keys(OWNERS).filter((name) => values.includes(`value of ${name}`));
    expect(visible).toEqual(Object.keys(OWNERS).filter((name) => OWNERS[name]?.includes(provider)));
  });

  test('goes nowhere that the caller had set, and is no part of an outer session', () => {
    expect(values).not.toContain('https://caller.example');
    expect(values).not.toContain('outer');
    expect(session).toMatchObject({ PATH: '/bin', CODEX_HOME: '/home/user/codex' });
  });

  test('has no secret among its arguments', () => {
    expect(plan.args.join(' ')).not.toContain('value of');
    expect(plan.model).toBeTruthy();
  });
});

const titles: [string, string, string][] = [
  ['apikey', 'OpenAI API', 'api'],
  ['azure', 'Azure OpenAI', 'cloud'],
  ['pro', 'ChatGPT Subscription', 'subscription'],
  ['aws', 'AWS Bedrock', 'cloud'],
  ['ollama', 'Ollama', 'local'],
];

test.each(titles)('%s is %s there, paid by %s', (provider, providerTitle, payer) => {
  const plan = planOf({ provider, tool: 'codex' }, {}, ENV);
  expect(plan).toMatchObject({ tool: 'codex', toolTitle: 'Codex CLI', providerTitle, payer });
});

test('a configured title stands above it', () => {
  const providers = { apikey: { title: 'Company key' } };
  expect(planOf({ provider: 'apikey', tool: 'codex' }, { providers }, ENV).providerTitle).toBe('Company key');
});

test('agent teams are Claude Code’s', () => {
  const facts = { codexLogin: 'subscription' } as const;
  expect(planOf({ provider: 'pro', tool: 'codex', team: true }, {}, ENV, facts)).toMatchObject({
    team: false,
    warnings: ['Codex has no agent teams: the session is without'],
  });
});

test('a local server that is down is an error, never another provider', () => {
  const ask = () => planOf({ provider: 'ollama', tool: 'codex' }, CONFIG, ENV, {});
  expect(ask).toThrow('Ollama does not answer');
});

const USABLE = '--aws --apikey --azure --pro --ollama --lmstudio';

test.each([
  ['vertex', 'Codex CLI cannot use Google Vertex AI'],
  ['vercel', 'Codex CLI cannot use Vercel AI Gateway'],
  ['mygw', 'Codex CLI cannot use mygw'],
  [undefined, 'no provider is chosen'],
])('with %s: %s', (provider, message) => {
  expect(() => choose({ tool: 'codex', ...(provider && { provider }) }, CONFIG)).toThrow(
    expect.objectContaining({
      name: 'UsageError',
      message: expect.stringContaining(message),
      hint: expect.stringContaining(USABLE),
    }),
  );
});

const alone: [string, Selection, string | undefined][] = [
  ['the login', { provider: 'pro' }, undefined],
  ['the login with a tier', { provider: 'pro', tier: 'haiku' }, 'takes the model gpt-6-luna as an argument'],
  ['the login with an effort', { provider: 'pro', effort: 'high' }, 'takes the effort high as an argument'],
  ['a key', { provider: 'apikey' }, 'takes this provider as an argument'],
  ['a local server', { provider: 'ollama' }, 'takes this provider as an argument'],
];

test.each(alone)('the environment alone and %s', (_, asked, message) => {
  const check = () => requireEnvironmentAlone(planOf({ ...asked, tool: 'codex' }, {}, ENV), asked.effort);
  if (message === undefined) expect(check).not.toThrow();
  else
    expect(check).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringContaining(message) }),
    );
});

test('the environment alone is enough for Claude Code', () => {
  const plan = planOf({ provider: 'ollama', tier: 'opus', effort: 'high' }, {}, ENV, FACTS);
  expect(() => requireEnvironmentAlone(plan, 'high')).not.toThrow();
});

test('what steers Claude Code or Codex is managed, each name once', () => {
  expect(claudeCode.managed.names.filter((name) => !codex.managed.names.includes(name))).toEqual([]);
  expect(codex.managed.names).toHaveLength(new Set(codex.managed.names).size);
  expect(TOOLS.map(({ id }) => findTool(id))).toEqual([claudeCode, codex]);
});
