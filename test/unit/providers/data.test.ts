import { customProvider } from '../../../src/providers/custom.ts';
import { findProvider, PROVIDERS } from '../../../src/providers/index.ts';
import type { Facts, Provider, ProviderSettings, TierModels } from '../../../src/providers/provider.ts';
import { context } from './context.ts';

const provider = (id: string): Provider => {
  const found = findProvider(id, PROVIDERS);
  if (!found) throw new Error(`no provider ${id}`);
  return found;
};

/** A machine and settings with which each paid provider starts. */
const FACTS: Facts = { cloudHost: 'aws', google: { adcFile: '/adc.json', gcloud: false }, azureCli: true };
const SETTINGS: ProviderSettings = { project: 'p', resource: 'r' };
const ENV = { ANTHROPIC_API_KEY: 'k', AI_GATEWAY_API_KEY: 'k' };

const ANTHROPIC: TierModels = {
  fable: 'claude-fable-5-2',
  opus: 'claude-opus-5-5',
  sonnet: 'claude-sonnet-5-5',
  haiku: 'claude-haiku-5-5',
};
const VERCEL: TierModels = {
  fable: 'anthropic/claude-fable-5.2',
  opus: 'anthropic/claude-opus-5.5',
  sonnet: 'anthropic/claude-sonnet-5.5',
  haiku: 'anthropic/claude-haiku-5.5',
};

test.each([
  ['vertex', ANTHROPIC],
  ['apikey', ANTHROPIC],
  ['azure', ANTHROPIC],
  ['pro', ANTHROPIC],
  ['vercel', VERCEL],
])('models of %s', (id, models) => {
  const setup = provider(id).setup(context({ env: ENV, facts: FACTS, settings: SETTINGS, tier: 'fable' }));
  expect(setup).toMatchObject({ models, model: models.fable, smallModel: models.haiku });
});

const SUFFIXES = ['AWS', 'VERTEX', 'ANTHROPIC', 'AZURE', 'VERCEL'];

test.each([
  ['aws', 'AWS'],
  ['vertex', 'VERTEX'],
  ['apikey', 'ANTHROPIC'],
  ['pro', 'ANTHROPIC'],
  ['azure', 'AZURE'],
  ['vercel', 'VERCEL'],
])('%s takes its models from the variables that end in %s', (id, suffix) => {
  const variables = SUFFIXES.flatMap((each) => [
    [`CLAUDE_MODEL_SONNET_${each}`, `sonnet of ${each}`],
    [`CLAUDE_SMALL_FAST_MODEL_${each}`, `small of ${each}`],
  ]);
  const env = { ...ENV, ...Object.fromEntries(variables) };
  const setup = provider(id).setup(context({ env, facts: FACTS, settings: SETTINGS, tier: 'sonnet' }));
  expect(setup).toMatchObject({ model: `sonnet of ${suffix}`, smallModel: `small of ${suffix}` });
  expect(provider(id).modelVariable?.('sonnet')).toBe(`CLAUDE_MODEL_SONNET_${suffix}`);
});

test.each([
  ['aws', ['awsProfiles', 'cloudHost']],
  ['vertex', ['cloudHost', 'google']],
  ['apikey', []],
  ['azure', ['azureCli', 'cloudHost']],
  ['vercel', []],
  ['pro', ['claudeLogin', 'codexLogin']],
  ['ollama', ['localModels']],
  ['lmstudio', ['localModels']],
])('%s looks at %j', (id, needs) => {
  expect([...(provider(id).needs ?? [])].sort()).toEqual(needs);
});

test.each([
  ['aws', 'token', {}],
  ['aws', 'token', { skipAuth: true }],
  ['vertex', 'token', { skipAuth: true }],
  ['apikey', 'apiKey', {}],
  ['azure', 'apiKey', {}],
  ['azure', 'token', {}],
  ['vercel', 'token', {}],
  ['pro', 'token', {}],
  ['ollama', 'token', {}],
  ['lmstudio', 'token', {}],
])('a secret of %s that refers to nothing is named by its setting: %s', (id, key, more) => {
  const settings = { ...SETTINGS, ...more, [key]: { env: 'NOWHERE' } };
  const attempt = () => provider(id).setup(context({ env: { ...ENV, NOWHERE: '' }, facts: FACTS, settings }));
  expect(attempt).toThrow(
    expect.objectContaining({
      message: 'NOWHERE is unset or empty',
      hint: expect.stringContaining(`providers.${id}.${key} `),
    }),
  );
});

test.each([
  ['aws', 'cloud'],
  ['vertex', 'cloud'],
  ['azure', 'cloud'],
  ['apikey', 'api'],
  ['vercel', 'api'],
  ['pro', 'subscription'],
  ['ollama', 'local'],
  ['lmstudio', 'local'],
])('%s is paid by: %s', (id, payer) => {
  expect(provider(id).payer).toBe(payer);
});

test.each([
  ['its own word', { payer: 'local' as const }, 'local'],
  ['the keys of a service', {}, 'api'],
])('a configured provider is paid by %s', (_, section, payer) => {
  expect(customProvider('mygw', { baseUrl: 'https://gw.example', ...section }).payer).toBe(payer);
});
