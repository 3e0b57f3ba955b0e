import { azureCli } from '../../../src/facts/azure-cli.ts';
import { claudeLogin } from '../../../src/facts/claude-login.ts';
import { cloudHost } from '../../../src/facts/cloud-host.ts';
import { codexLogin } from '../../../src/facts/codex-login.ts';
import { google } from '../../../src/facts/google.ts';
import type { FakeFile } from './fake-world.ts';
import { fakeWorld } from './fake-world.ts';

type Files = Record<string, FakeFile>;
const home = '/home/user';

const GCLOUD = '/home/user/.config/gcloud';
const ADC = `${GCLOUD}/application_default_credentials.json`;
const googleRows: [string, Files, Record<string, string>, unknown][] = [
  ['nothing', {}, {}, { gcloud: false }],
  ['default credentials', { [ADC]: '{}' }, {}, { adcFile: ADC, gcloud: false }],
  ['gcloud', { [`${GCLOUD}/credentials.db`]: 'x' }, {}, { gcloud: true }],
  ['older gcloud', { [`${GCLOUD}/access_tokens.db`]: 'x' }, {}, { gcloud: true }],
  ['a folder of that name', { [ADC]: 'FOLDER' }, {}, { gcloud: false }],
  [
    'key file',
    { '/k.json': '{}', [ADC]: '{}' },
    { GOOGLE_APPLICATION_CREDENTIALS: '/k.json' },
    { adcFile: '/k.json', gcloud: false },
  ],
  [
    'key file that is gone',
    { [ADC]: '{}' },
    { GOOGLE_APPLICATION_CREDENTIALS: '/k.json' },
    { gcloud: false },
  ],
  [
    'another folder',
    { '/g/application_default_credentials.json': '{}', '/g/credentials.db': 'x', [ADC]: '{}' },
    { CLOUDSDK_CONFIG: '/g' },
    { adcFile: '/g/application_default_credentials.json', gcloud: true },
  ],
];

test.each(googleRows)('google: %s', (_, files, env, expected) => {
  expect(google(fakeWorld({ files, home }), env)).toEqual(expected);
});

test('without a home folder there is nothing to find', () => {
  const world = fakeWorld({ files: { 'undefined/.claude/.credentials.json': '{}', '.azure': '{}' } });
  expect([google(world, {}), azureCli(world, {}), claudeLogin(world, {})]).toEqual([
    { gcloud: false },
    false,
    false,
  ]);
});

const dmi = (sys_vendor: FakeFile, product_name: FakeFile, chassis_asset_tag?: string): Files => ({
  '/sys/class/dmi/id/sys_vendor': sys_vendor,
  '/sys/class/dmi/id/product_name': product_name,
  ...(chassis_asset_tag && { '/sys/class/dmi/id/chassis_asset_tag': chassis_asset_tag }),
});

const hosts: [string, Files, string | undefined][] = [
  ['no firmware strings', {}, undefined],
  ['EC2', dmi('Amazon EC2\n', 'm7i.large\n'), 'aws'],
  ['Compute Engine', dmi('Google\n', 'Google Compute Engine\n'), 'google'],
  ['a laptop of Google', dmi('Google\n', 'Eve\n'), undefined],
  [
    'Azure',
    dmi('Microsoft Corporation\n', 'Virtual Machine\n', '7783-7084-3265-9085-8269-3286-77\n'),
    'azure',
  ],
  ['Azure without the tag', dmi('Microsoft Corporation\n', 'Virtual Machine\n'), 'azure'],
  ['Hyper-V', dmi('Microsoft Corporation\n', 'Virtual Machine\n', '1234\n'), undefined],
  ['a laptop of Microsoft', dmi('Microsoft Corporation\n', 'Surface Book\n'), undefined],
  ['something that would hang', dmi('FIFO', 'FIFO'), undefined],
];

test.each(hosts)('cloud host: %s', (_, files, expected) => {
  expect(cloudHost(fakeWorld({ files }))).toBe(expected);
});

const AZURE = '/home/user/.azure/azureProfile.json';
const azureRows: [string, Files, Record<string, string>, boolean][] = [
  ['nothing', {}, {}, false],
  ['accounts, after a byte order mark', { [AZURE]: '\uFEFF{"subscriptions":[{}]}' }, {}, true],
  ['no accounts', { [AZURE]: '{"subscriptions":[]}' }, {}, false],
  ['no JSON', { [AZURE]: '{' }, {}, false],
  ['null', { [AZURE]: 'null' }, {}, false],
  ['too large', { [AZURE]: { size: 1024 * 1024 + 1 } }, {}, false],
  [
    'another folder',
    { '/az/azureProfile.json': '{"subscriptions":[{}]}' },
    { AZURE_CONFIG_DIR: '/az' },
    true,
  ],
];

test.each(azureRows)('Azure CLI: %s', (_, files, env, expected) => {
  expect(azureCli(fakeWorld({ files, home }), env)).toBe(expected);
});

const CLAUDE = '/home/user/.claude/.credentials.json';
const LOGIN = '{"claudeAiOauth":{"accessToken":"fake"}}';
const claudeRows: [string, Files, Record<string, string>, NodeJS.Platform, boolean | undefined][] = [
  ['nothing', {}, {}, 'linux', false],
  ['login', { [CLAUDE]: LOGIN }, {}, 'linux', true],
  ['only a login of an MCP server', { [CLAUDE]: '{"mcpOAuth":{}}' }, {}, 'linux', false],
  ['null', { [CLAUDE]: 'null' }, {}, 'linux', false],
  ['FIFO', { [CLAUDE]: 'FIFO' }, {}, 'linux', false],
  ['another folder', { '/c/.credentials.json': LOGIN }, { CLAUDE_CONFIG_DIR: '/c' }, 'linux', true],
  ['macOS keychain', {}, {}, 'darwin', undefined],
];

test.each(claudeRows)('Claude login: %s', (_, files, env, platform, expected) => {
  expect(claudeLogin(fakeWorld({ files, home, platform }), env)).toBe(expected);
});

const CODEX = '/home/user/.codex/auth.json';
const codexRows: [string, Files, Record<string, string>, 'subscription' | 'key' | undefined][] = [
  ['nothing', {}, {}, undefined],
  ['a key', { [CODEX]: '{"auth_mode":"apikey","OPENAI_API_KEY":"k","tokens":{}}' }, {}, 'key'],
  ['a key of an older version', { [CODEX]: '{"OPENAI_API_KEY":"k","tokens":{}}' }, {}, 'key'],
  ['ChatGPT', { [CODEX]: '{"auth_mode":"chatgpt","OPENAI_API_KEY":null,"tokens":{}}' }, {}, 'subscription'],
  ['ChatGPT, an older version', { [CODEX]: '{"OPENAI_API_KEY":null,"tokens":{}}' }, {}, 'subscription'],
  ['ChatGPT beside a key', { [CODEX]: '{"auth_mode":"chatgpt","OPENAI_API_KEY":"k"}' }, {}, 'subscription'],
  ['no JSON', { [CODEX]: 'null' }, {}, undefined],
  ['another folder', { '/c/auth.json': '{"auth_mode":"apikey"}' }, { CODEX_HOME: '/c' }, 'key'],
];

test.each(codexRows)('Codex login: %s', (_, files, env, expected) => {
  expect(codexLogin(fakeWorld({ files, home }), env)).toBe(expected);
});
