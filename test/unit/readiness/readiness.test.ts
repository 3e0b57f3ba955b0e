import type { Config } from '../../../src/config/config.ts';
import { profileStates, type ReadinessOptions, readiness } from '../../../src/readiness/readiness.ts';
import type { Env, HttpAnswer } from '../../../src/world.ts';
import { type FakeMachine, fakeWorld } from '../facts/fake-world.ts';
import { CONFIG, config } from '../plan/machine.ts';

const HOME = '/home/user';
const OLLAMA = (url: string): HttpAnswer | undefined =>
  url.endsWith('/api/tags') ? { status: 200, body: '{"models":[{"name":"qwen3-coder:latest"}]}' } : undefined;

interface Case extends ReadinessOptions {
  readonly env?: Env;
  readonly files?: FakeMachine['files'];
  readonly config?: Partial<Config>;
  readonly get?: FakeMachine['get'];
}

const stateOf = async (id: string, { env, files, get, config: parts, ...options }: Case) => {
  const world = fakeWorld({ home: HOME, ...(env && { env }), ...(files && { files }), ...(get && { get }) });
  const state = (await readiness(world, config(parts), options)).find((each) => each.id === id);
  if (state === undefined) throw new Error(`no state of ${id}`);
  return state;
};

const LOGIN = { [`${HOME}/.claude/.credentials.json`]: '{"claudeAiOauth":{}}' };
const ADC = { [`${HOME}/.config/gcloud/application_default_credentials.json`]: '{}' };

const ready: [string, string, Case, object][] = [
  [
    'a key in the environment',
    'apikey',
    { env: { ANTHROPIC_API_KEY: 'k' } },
    { auth: 'API key', payer: 'api' },
  ],
  [
    'a bearer token',
    'aws',
    { env: { AWS_BEARER_TOKEN_BEDROCK: 'b' } },
    { auth: 'Bedrock API key', region: 'us-east-1' },
  ],
  ['a login on disk', 'pro', { files: LOGIN }, { auth: 'Subscription', payer: 'subscription' }],
  [
    'a token instead of a login',
    'pro',
    { env: { CLAUDE_CODE_OAUTH_TOKEN: 't' } },
    { auth: 'Subscription (token)' },
  ],
  [
    'a project and credentials',
    'vertex',
    { files: ADC, env: { GCLOUD_PROJECT: 'p1' } },
    { project: 'p1', region: 'global' },
  ],
  ['a model server that answers', 'ollama', { get: OLLAMA }, { model: 'qwen3-coder:latest', payer: 'local' }],
  [
    'a configured provider with its secret in a program',
    'gw',
    {
      config: {
        providers: {
          gw: {
            type: 'anthropic',
            title: 'Gate',
            baseUrl: 'https://gw.example',
            token: { command: ['false'] },
          },
        },
      },
    },
    { title: 'Gate', origin: 'configured', auth: 'API token', payer: 'api' },
  ],
  [
    'the tier of the defaults',
    'apikey',
    { env: { ANTHROPIC_API_KEY: 'k' }, config: { defaults: { tier: 'haiku' } } },
    { model: 'claude-haiku-5-5' },
  ],
  [
    'the default profile that is for this provider',
    'aws',
    { config: { ...CONFIG, defaults: { profile: 'work' } } },
    { title: 'Bedrock at work', region: 'eu-west-1', auth: 'AWS credentials (profile: work)' },
  ],
  [
    'a key of the other tool',
    'apikey',
    { tool: 'codex', env: { OPENAI_API_KEY: 'k' } },
    { title: 'OpenAI API', tool: 'codex' },
  ],
  [
    'the tool of the default profile',
    'apikey',
    {
      env: { OPENAI_API_KEY: 'k' },
      config: { defaults: { profile: 'chat', tool: 'cc' }, profiles: { chat: { tool: 'codex' } } },
    },
    { tool: 'codex' },
  ],
  [
    'the tool of the project',
    'apikey',
    {
      env: { ANTHROPIC_API_KEY: 'k' },
      config: {
        defaults: { profile: 'chat' },
        profiles: { chat: { tool: 'codex' } },
        project: { path: '/p', selection: { tool: 'cc' } },
      },
    },
    { tool: 'cc' },
  ],
];

test.each(ready)('ready with %s', async (_, id, given, expected) => {
  expect(await stateOf(id, given)).toMatchObject({ id, ready: true, ...expected });
  expect(await stateOf(id, given)).not.toHaveProperty('reason');
});

const missing: [string, string, Case, RegExp, RegExp | undefined][] = [
  ['a key', 'apikey', {}, /^no Anthropic API key found$/, /^Export ANTHROPIC_API_KEY/],
  ['a login', 'pro', {}, /^no Claude login is stored on this machine$/, /^Run `claude \/login`, or export/],
  ['a running server', 'ollama', {}, /^Ollama does not answer at http:\/\/localhost:11434$/, /ollama serve/],
  [
    'an address that can be read',
    'ollama',
    { env: { OLLAMA_HOST: 'http://' } },
    /^OLLAMA_HOST is not an address/,
    /like/,
  ],
  [
    'an exported variable that the configuration refers to',
    'gw',
    {
      config: {
        providers: { gw: { type: 'anthropic', baseUrl: 'https://gw.example', token: { env: 'GW' } } },
      },
    },
    /^GW is unset or empty$/,
    /providers\.gw\.token/,
  ],
  [
    'a side for the tool',
    'vercel',
    { tool: 'codex' },
    /^Codex CLI cannot use Vercel AI Gateway$/,
    /works with/,
  ],
];

test.each(missing)('not ready without %s', async (_, id, given, reason, hint) => {
  const state = await stateOf(id, given);
  expect(state).toMatchObject({ id, ready: false, reason: expect.stringMatching(reason), warnings: [] });
  expect(state.hint).toMatch(hint ?? /./);
  expect(state).not.toHaveProperty('auth');
});

test('who pays is known of a provider that is not ready, too', async () => {
  const states = await readiness(
    fakeWorld({ home: HOME }),
    config({ providers: { aws: { payer: 'subscription' } } }),
  );
  expect(Object.fromEntries(states.map(({ id, payer }) => [id, payer]))).toEqual({
    ...{ aws: 'subscription', vertex: 'cloud', apikey: 'api', azure: 'cloud' },
    ...{ vercel: 'api', pro: 'subscription', ollama: 'local', lmstudio: 'local' },
  });
});

const asked = async (env: Env, options: ReadinessOptions = {}, parts: Partial<Config> = {}) => {
  const urls: string[] = [];
  const get = (url: string): undefined => void urls.push(url);
  const states = await readiness(fakeWorld({ home: HOME, env, get }), config(parts), options);
  return { urls: urls.sort(), ollama: states.find(({ id }) => id === 'ollama') };
};

const LMSTUDIO = 'http://localhost:1234/v1/models';

test('only local servers are asked, at home', async () => {
  const env = { ANTHROPIC_API_KEY: 'k', AWS_BEARER_TOKEN_BEDROCK: 'b', VERCEL_AI_GATEWAY_TOKEN: 'v' };
  expect((await asked(env)).urls).toEqual(['http://localhost:11434/api/tags', LMSTUDIO]);
});

test.each([
  'gpu',
  'http://10.0.0.2:11434',
  'ollama.localhost',
  '127.0.0.1.example',
  'http://[::ffff:127.0.0.1]',
])('a server at %s is asked only when the network is wanted', async (address) => {
  const { urls, ollama } = await asked({ OLLAMA_HOST: address });
  expect(urls).toEqual([LMSTUDIO]);
  expect(ollama).toMatchObject({
    ready: false,
    reason: expect.stringMatching(/^http:.* was not asked: it is not on this machine$/),
    hint: expect.stringContaining('--online'),
  });
  expect((await asked({ OLLAMA_HOST: address }, { online: true })).urls).toHaveLength(2);
});

test.each(['127.0.0.1', '127.1', 'localhost:5', '[::1]', '0.0.0.0'])(
  'a server at %s is at home',
  async (address) => {
    expect((await asked({ OLLAMA_HOST: address })).urls).toHaveLength(2);
  },
);

test('the address of a profile counts', async () => {
  const parts = {
    defaults: { profile: 'far' },
    profiles: { far: { provider: 'ollama', baseUrl: 'http://gpu' } },
  };
  expect((await asked({}, {}, parts)).urls).toEqual([LMSTUDIO]);
});

test('what is worth a warning does not make it less ready', async () => {
  const state = await stateOf('aws', { env: { AWS_PROFILE: 'nobody' } });
  expect(state).toMatchObject({ ready: true, warnings: [expect.stringContaining('"nobody" is not in')] });
});

test('profiles are decided as they would be', async () => {
  const parts: Partial<Config> = {
    ...CONFIG,
    defaults: { provider: 'apikey' },
    profiles: {
      ...CONFIG.profiles,
      cheap: { tier: 'haiku' },
      chat: { tool: 'codex', provider: 'apikey' },
      lost: { provider: 'nobody' },
    },
  };
  const env = { ANTHROPIC_API_KEY: 'k', ENTRA: 'e' };
  const states = await profileStates(fakeWorld({ home: HOME, env }), config(parts));
  expect(states).toMatchObject([
    { profile: 'work', id: 'aws', ready: true, model: 'o', region: 'eu-west-1' },
    { profile: 'direct', id: 'azure', ready: true, auth: 'Entra token', payer: 'cloud' },
    { profile: 'cheap', id: 'apikey', ready: true, model: 'claude-haiku-5-5' },
    { profile: 'chat', id: 'apikey', tool: 'codex', ready: false, reason: 'no OpenAI API key found' },
    { profile: 'lost', id: '', ready: false, reason: expect.stringContaining('unknown provider "nobody"') },
  ]);
});

test('the tool of the project wins over that of a profile', async () => {
  const project = { path: '/p', selection: { tool: 'codex' } } as const;
  const parts: Partial<Config> = { profiles: { chat: { tool: 'cc', provider: 'apikey' } }, project };
  const env = { OPENAI_API_KEY: 'k' };
  const states = await profileStates(fakeWorld({ home: HOME, env }), config(parts));
  expect(states).toMatchObject([{ profile: 'chat', tool: 'codex', ready: true }]);
});

test('a defect is not taken for a provider that is not ready', async () => {
  const broken = { ...fakeWorld({ home: HOME }), get: () => Promise.reject(new TypeError('defect')) };
  await expect(readiness(broken, config())).rejects.toThrow('defect');
});
