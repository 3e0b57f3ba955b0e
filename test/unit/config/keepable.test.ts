import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, EMPTY_CONFIG } from '../../../src/config/config.ts';
import { keep } from '../../../src/config/keep.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { USERS_FILE } from '../../../src/config/safe-file.ts';
import { files } from '../../../src/node/files.ts';
import { BUILTIN, makeHome, removeHomes } from './home.ts';

afterEach(removeHomes);

/** All that is in the folder of the cache after a configuration was read. */
const keptOf = async (text: string): Promise<string> => {
  const home = makeHome();
  home.plant('.ai-runnerrc', text);
  const folder = join(home.path, '.ai-runner/cache');
  await loadConfig({ ...home.world, build: 'one', files }, BUILTIN);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
};

const TOKEN = 'aB3dE5fG7hJ9kL1mN3pQ5r';

test.each([
  ['a key of a provider', 'providers: { apikey: { apiKey: hunter2 } }'],
  ['a token of a provider', 'providers: { vercel: { token: "hunter2" } }'],
  ['a key of a profile', 'profiles: { work: { provider: apikey, apiKey: hunter2 } }'],
  ['one on lines of its own', 'providers:\n  apikey:\n    apiKey:\n      hunter2\n'],
  ['one in a block', 'providers:\n  apikey:\n    apiKey: >-\n      hunter2\n'],
  ['one behind an alias', 'providers: { apikey: { apiKey: &a hunter2 }, vercel: { token: *a } }'],
  ['one in JSON', '{"providers": {"apikey": {"apiKey": "hunter2"}}}'],
  ['one in escapes', '{"providers": {"apikey": {"apiKey": "\\u0068unter2"}}}'],
  ['a variable', 'profiles: { work: { env: { COLOR: hunter2 } } }'],
  ['a variable of a provider', 'providers: { aws: { env: { HTTPS_PROXY: "http://proxy:3128/hunter2" } } }'],
  ['a number that is none', 'providers: { aws: { env: { MY_PASS: "123456" } } }'],
  ['settings that we do not know', 'tools: { cc: { any: hunter2 } }'],
  ['a comment with a key', '# apiKey: hunter2\ndefaults: { tier: opus }'],
  ['a comment with a quoted key', "# 'my-token' = 'hunter2'\n"],
  ['a comment with an exported key', '# export ANTHROPIC_API_KEY=hunter2\n'],
  ['a comment with a short name for it', '# pass: hunter2\n'],
  ['a comment with another', '# pwd=hunter2\n'],
  ['a hook with a switch for it', 'hooks: { start: [[curl, "--proxy-auth=hunter2"]] }'],
  ['an address with a signature', 'providers: { ollama: { baseUrl: "https://gw.example/?sig=hunter2" } }'],
  ['a comment with a password', '# Password: hunter2\n'],
  ['a comment with a header', '# Authorization: Basic hunter2\n# bearer hunter2'],
  ['a comment with a login', '# https://me:hunter2@gw.example\n'],
  ['a comment with a well-known key', '# was sk-hunter2\n'],
  ['a comment with a key of AWS', '# AKIAIOSFODNN7EXAMPLE\n'],
  ['a comment with a random word', `# ${TOKEN}\n`],
  ['a comment with a UUID', '# 0b5f1c2e-3a4d-4e6f-8a9b-1c2d3e4f5a6b\n'],
  ['an address with a key', 'providers: { ollama: { baseUrl: "https://gw.example/?api_key=hunter2" } }'],
  ['a program with a token', 'providers: { vercel: { token: { command: [vault, "-token=hunter2"] } } }'],
  ['a hook with a login', 'hooks: { start: [[curl, "https://me:hunter2@gw.example"]] }'],
  ['a model that is random', `providers: { aws: { models: { opus: ${TOKEN} } } }`],
])('nothing is kept of a file with %s', async (_what, text) => {
  expect(await keptOf(text)).toBe('');
});

test.each([
  [
    'references',
    'providers: { apikey: { apiKey: { env: MY_API_KEY } }, vercel: { token: {"file": "~/.key"} } }',
  ],
  ['references on lines', 'providers:\n  vercel:\n    token:\n      keychain: gateway\n'],
  [
    'references in JSON',
    '{"providers": {"vercel": {"token": {"keychain": {"service": "token", "account": "me"}}}}}',
  ],
  ['a program', 'providers: { azure: { apiKey: { command: [op, read, "op://vault/item/credential"] } } }'],
  ['a hook', 'providers: { ollama: { hooks: { cleanup: [[ollama, stop, "qwen3-coder:30b"]] } } }'],
  ['a profile of single sign-on', 'profiles: { work: { awsProfile: AdministratorAccess-123456789012 } }'],
  ['a model', 'providers: { aws: { smallModel: "us.anthropic.claude-haiku-4-5-20251001-v1:0" } }'],
  [
    'an inference profile',
    'providers: { aws: { smallModel: "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/ab1cd2ef3gh4" } }',
  ],
  ['an address', 'providers: { ollama: { baseUrl: "http://192.168.178.20:11434/some/path-of-it" } }'],
  [
    'a proxy',
    'profiles: { work: { env: { HTTPS_PROXY: "http://proxy.corp.example:3128", TIMEOUT_MS: "600000" } } }',
  ],
  ['a comment', '# The gateway adds the credential; keys are in the keychain (see task-12)\ndefaults: {}'],
])('a file with %s is kept', async (_what, text) => {
  expect(await keptOf(text)).toContain(text);
});

test.each([
  ['a warning', 'defaults: { tierr: opus }\n'],
  ['too much text', `# ${'-'.repeat(70_000)}\n`],
  [
    'a text that means too much',
    `profiles:\n  a: &a { models: { opus: ${'x'.repeat(3000)} } }\n${[...'bcdefghijkl'].map((name) => `  ${name}: *a\n`).join('')}`,
  ],
])('a file with %s is not', async (_what, text) => {
  expect(await keptOf(text)).toBe('');
});

test('nor is what JSON would bring back as something else', () => {
  const home = makeHome();
  const [world, path] = [{ ...home.world, build: 'one', files }, home.plant('.ai-runnerrc', 'any')];
  const folder = join(home.path, '.ai-runner');
  for (const odd of [new Date(0), Number.NaN, undefined, null]) {
    const config = { ...EMPTY_CONFIG, prompt: { format: odd } } as unknown as Config;
    keep(world, path, USERS_FILE, 'any', config);
    expect(existsSync(folder)).toBe(false);
  }
  keep(world, path, USERS_FILE, 'any', EMPTY_CONFIG);
  expect(existsSync(folder)).toBe(true);
});

test.each(['defaults: { tier: best? }\n', 'defaults: [\n'])('nor is one that is wrong: %j', async (text) => {
  await expect(keptOf(text)).rejects.toThrow();
});
