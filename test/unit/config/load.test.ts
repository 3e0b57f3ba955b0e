import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_CONFIG } from '../../../src/config/config.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { BUILTIN, failure, type Home, loadText, makeHome, removeHomes } from './home.ts';

afterEach(removeHomes);

const EXAMPLE = `
defaults: { tool: cc, provider: aws, tier: opus, team: false, effort: high }
profiles:
  work: { provider: aws, tier: opus, region: eu-west-1, awsProfile: work, env: { HTTPS_PROXY: "http://proxy:3128" } }
providers:
  aws:    { region: us-west-2, awsProfile: default, baseUrl: null, models: { opus: big, haiku: small }, smallModel: small }
  vertex: { project: my-project, region: global, baseUrl: null, skipAuth: false }
  apikey: { apiKey: { env: ANTHROPIC_API_KEY }, baseUrl: null }
  azure:  { resource: my-resource, apiKey: { command: [pass, show, azure] } }
  vercel: { token: { file: ~/.secrets/vercel } }
  pro:
  ollama: { baseUrl: "http://localhost:11434", models: { opus: qwen3-coder }, hooks: { cleanup: [[ollama, stop, qwen3-coder]] } }
  mygw:   { type: anthropic, title: "My gateway", payer: api, baseUrl: "https://gw.example/anthropic", token: { env: GW_TOKEN }, models: { opus: big } }
`;

const PARSED = {
  defaults: { tool: 'cc', provider: 'aws', tier: 'opus', team: false, effort: 'high' },
  profiles: {
    work: {
      provider: 'aws',
      tier: 'opus',
      region: 'eu-west-1',
      awsProfile: 'work',
      env: { HTTPS_PROXY: 'http://proxy:3128' },
    },
  },
  providers: {
    aws: {
      region: 'us-west-2',
      awsProfile: 'default',
      models: { opus: 'big', haiku: 'small' },
      smallModel: 'small',
    },
    vertex: { project: 'my-project', region: 'global', skipAuth: false },
    apikey: { apiKey: { env: 'ANTHROPIC_API_KEY' } },
    azure: { resource: 'my-resource', apiKey: { command: ['pass', 'show', 'azure'] } },
    vercel: { token: { file: '~/.secrets/vercel' } },
    ollama: {
      baseUrl: 'http://localhost:11434',
      models: { opus: 'qwen3-coder' },
      hooks: { cleanup: [['ollama', 'stop', 'qwen3-coder']] },
    },
    mygw: {
      type: 'anthropic',
      title: 'My gateway',
      payer: 'api',
      baseUrl: 'https://gw.example/anthropic',
      token: { env: 'GW_TOKEN' },
      models: { opus: 'big' },
    },
  },
};

test.each([
  ['YAML', '.ai-runnerrc', EXAMPLE],
  ['JSON without an extension', '.ai-runnerrc', JSON.stringify(PARSED)],
  ['JSON with a byte order mark', '.ai-runnerrc', `\uFEFF ${JSON.stringify(PARSED)}`],
  ['.json', '.ai-runnerrc.json', JSON.stringify(PARSED, null, 2)],
  ['.yaml', '.ai-runnerrc.yaml', EXAMPLE],
  ['.yml that begins with a brace', '.ai-runnerrc.yml', JSON.stringify(PARSED)],
])('%s is read without a warning, keys that are null are not set', async (_kind, name, text) => {
  const { config, path, warnings } = await loadText(text, name);
  expect(config).toEqual(PARSED);
  expect(path).toMatch(new RegExp(`/home/${name}$`));
  expect(warnings).toEqual([]);
});

test.each([
  ['empty', ''],
  ['blank', ' \n\n'],
  ['nothing but a comment', '# to do\n'],
  ['an empty JSON object', '{}'],
  ['a schema’s address alone', '{"$schema": "https://example.test/schema.json"}'],
  ['sections without content', 'defaults:\nprofiles:\nproviders:\n'],
])('a file that is %s is an empty configuration', async (_what, text) => {
  expect((await loadText(text)).config).toEqual(EMPTY_CONFIG);
});

test('anchors, aliases and merge keys of YAML are resolved', async () => {
  const text = `
profiles:
  base: &base { region: eu-west-1, tier: opus }
  fast: { <<: *base, tier: haiku }
  same: *base
`;
  expect((await loadText(text)).config.profiles).toEqual({
    base: { region: 'eu-west-1', tier: 'opus' },
    fast: { region: 'eu-west-1', tier: 'haiku' },
    same: { region: 'eu-west-1', tier: 'opus' },
  });
});

test.each([
  ['a text', 'sk-0123456789', { literal: 'sk-0123456789' }],
  ['a variable', { env: 'GW_TOKEN' }, { env: 'GW_TOKEN' }],
  ['a file', { file: '~/key' }, { file: '~/key' }],
  ['a command', { command: ['pass', ''] }, { command: ['pass', ''] }],
  ['a keychain name', { keychain: 'gw' }, { keychain: 'gw' }],
  ['a keychain service', { keychain: { service: 'gw' } }, { keychain: 'gw' }],
  ['a keychain account', { keychain: { service: 'gw', account: 'me' } }, { keychain: 'gw', account: 'me' }],
])('a secret may be %s', async (_kind, written, ref) => {
  const text = JSON.stringify({ providers: { apikey: { apiKey: written } } });
  expect((await loadText(text)).config.providers.apikey).toEqual({ apiKey: ref });
});

test('names of JavaScript objects are nobody’s profile or provider', async () => {
  const loaded = [
    (await loadText('profiles: {}')).config,
    (await loadConfig(makeHome().world, BUILTIN)).config,
  ];
  for (const { profiles, providers } of loaded) {
    expect([profiles.constructor, providers.toString]).toEqual([undefined, undefined]);
  }
});

const PLACES: readonly [
  what: string,
  arrange: (home: Home) => void,
  used: string | undefined,
  warnings: string[],
][] = [
  ['nothing', () => {}, undefined, []],
  ['the first name alone', (home) => home.plant('.ai-runnerrc', ''), '.ai-runnerrc', []],
  [
    'a link',
    (home) => symlinkSync(home.plant('dotfiles/rc', ''), join(home.path, '.ai-runnerrc')),
    '.ai-runnerrc',
    [],
  ],
  [
    'three of the names',
    (home) => ['.ai-runnerrc.json', '.ai-runnerrc.yml', '.ai-runnerrc'].map((name) => home.plant(name, '{}')),
    '.ai-runnerrc',
    [
      'There is more than one configuration: ~/.ai-runnerrc is used, not ~/.ai-runnerrc.yml, ~/.ai-runnerrc.json',
    ],
  ],
];

test.each(PLACES)(
  'with %s in the home folder, the right file is used',
  async (_what, arrange, used, warnings) => {
    const home = makeHome();
    arrange(home);
    const loaded = await loadConfig(home.world, BUILTIN);
    expect(loaded.path).toBe(used === undefined ? undefined : join(home.path, used));
    expect(loaded.warnings.map((warning) => warning.replaceAll(home.path, '~'))).toEqual(warnings);
  },
);

test.each([
  ['absolute', (home: Home) => join(home.path, 'other/rc')],
  ['relative to the working directory', () => '../home/other/rc'],
  ['from the home folder', () => '~/other/rc'],
])('AI_RUNNER_CONFIG wins over the home folder, %s', async (_how, name) => {
  const home = makeHome();
  home.plant('.ai-runnerrc', 'defaults: { tier: opus }');
  const other = home.plant('other/rc', 'defaults: { tier: haiku }');
  const world = { ...home.world, env: { AI_RUNNER_CONFIG: name(home) } };
  expect(await loadConfig(world, BUILTIN)).toMatchObject({
    path: other,
    config: { defaults: { tier: 'haiku' } },
  });
});

test('an empty AI_RUNNER_CONFIG counts as unset', async () => {
  const home = makeHome({ env: { AI_RUNNER_CONFIG: '' } });
  const path = home.plant('.ai-runnerrc', '');
  expect((await loadConfig(home.world, BUILTIN)).path).toBe(path);
});

test('AI_RUNNER_CONFIG must name a file that exists', async () => {
  const { world } = makeHome({ env: { AI_RUNNER_CONFIG: '~/nowhere' } });
  expect(await failure(() => loadConfig(world, BUILTIN))).toEqual({
    message: 'AI_RUNNER_CONFIG names ~/nowhere, which does not exist',
    hint: 'Correct the variable or unset it.',
  });
});

test('without a home folder there is no configuration', async () => {
  const { world } = makeHome({ home: undefined });
  expect(await loadConfig(world, BUILTIN)).toEqual({ config: EMPTY_CONFIG, path: undefined, warnings: [] });
});

test('a manifest’s name and an $import key have no special meaning', async () => {
  const home = makeHome({ env: { AI_RUNNER_CONFIG: '~/package.json' } });
  home.plant('other.json', '{"defaults": {"tier": "opus"}}');
  home.plant('package.json', '{"$import": "other.json", "defaults": {"effort": "low"}}');
  const { config, warnings } = await loadConfig(home.world, BUILTIN);
  expect(config.defaults).toEqual({ effort: 'low' });
  expect(warnings).toEqual([`${home.path}/package.json:1: $import: unknown key "$import"`]);
});
