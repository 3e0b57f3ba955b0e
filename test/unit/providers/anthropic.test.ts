import { apikey } from '../../../src/providers/apikey.ts';
import { customProvider } from '../../../src/providers/custom.ts';
import { pro } from '../../../src/providers/pro.ts';
import type { Provider, ProviderContext, ProviderSettings } from '../../../src/providers/provider.ts';
import { vercel } from '../../../src/providers/vercel.ts';
import { context, type Expected, shownSetup } from './context.ts';

const GATEWAY = { baseUrl: 'https://gw.example/anthropic' };
const custom = (section: ProviderSettings): Provider => customProvider('mygw', section);
/** A custom provider whose section is also its settings, as it is without a profile. */
const configured = (settings: ProviderSettings, env = {}): [Provider, Partial<ProviderContext>] => [
  custom(settings),
  { settings, env },
];

const rows: [string, Provider, Partial<ProviderContext>, Expected][] = [
  [
    'API key of the caller',
    apikey,
    { env: { ANTHROPIC_API_KEY: 'k' } },
    { env: { ANTHROPIC_API_KEY: '$ANTHROPIC_API_KEY' }, auth: 'API key' },
  ],
  [
    'configured API key and address',
    apikey,
    {
      env: { ANTHROPIC_API_KEY: 'k' },
      settings: { apiKey: { command: ['pass', 'show', 'k'] }, baseUrl: 'https://gw.example/v1/' },
    },
    {
      env: {
        ANTHROPIC_API_KEY: 'secret {"command":["pass","show","k"]}',
        ANTHROPIC_BASE_URL: 'https://gw.example',
      },
    },
  ],
  [
    'first token of the gateway',
    vercel,
    { env: { VERCEL_AI_GATEWAY_TOKEN: 'a', AI_GATEWAY_API_KEY: 'b' } },
    {
      env: {
        ANTHROPIC_BASE_URL: 'https://ai-gateway.vercel.sh',
        ANTHROPIC_AUTH_TOKEN: '$VERCEL_AI_GATEWAY_TOKEN',
      },
      auth: 'AI Gateway token',
      model: 'anthropic/claude-opus-5.5',
      smallModel: 'anthropic/claude-haiku-5.5',
    },
  ],
  [
    'second token of the gateway',
    vercel,
    { env: { VERCEL_AI_GATEWAY_TOKEN: '', AI_GATEWAY_API_KEY: 'b' } },
    {
      env: {
        ANTHROPIC_BASE_URL: 'https://ai-gateway.vercel.sh',
        ANTHROPIC_AUTH_TOKEN: '$AI_GATEWAY_API_KEY',
      },
    },
  ],
  [
    'configured token of the gateway',
    vercel,
    { env: { VERCEL_AI_GATEWAY_TOKEN: 'a' }, settings: { token: { keychain: 'vercel' } } },
    {
      env: {
        ANTHROPIC_BASE_URL: 'https://ai-gateway.vercel.sh',
        ANTHROPIC_AUTH_TOKEN: 'secret {"keychain":"vercel"}',
      },
    },
  ],
  [
    'subscription leaves the models to the tool',
    pro,
    { facts: { claudeLogin: true }, env: { CLAUDE_MODEL_OPUS_ANTHROPIC: 'x' } },
    { env: {}, auth: 'Subscription', models: {}, model: undefined, warnings: [] },
  ],
  ['subscription whose login cannot be seen', pro, {}, { auth: 'Subscription', warnings: [] }],
  [
    'subscription with a tier',
    pro,
    { tier: 'sonnet', facts: { claudeLogin: true } },
    { model: 'claude-sonnet-5-5', models: { opus: 'claude-opus-5-5' }, smallModel: 'claude-haiku-5-5' },
  ],
  [
    'subscription with an exact model',
    pro,
    { model: 'claude-opus-5' },
    { model: 'claude-opus-5', models: { opus: 'claude-opus-5-5', haiku: 'claude-haiku-5-5' } },
  ],
  [
    'subscription pins what was configured, and nothing else',
    pro,
    { settings: { models: { haiku: 'h' }, smallModel: 's' } },
    { model: undefined, models: { haiku: 'h' }, smallModel: 's' },
  ],
  [
    'subscription token of the caller',
    pro,
    { env: { CLAUDE_CODE_OAUTH_TOKEN: 't' }, facts: { claudeLogin: false } },
    {
      env: { CLAUDE_CODE_OAUTH_TOKEN: '$CLAUDE_CODE_OAUTH_TOKEN' },
      auth: 'Subscription (token)',
      warnings: [],
    },
  ],
  [
    'configured subscription token',
    pro,
    { settings: { token: { file: '/t' } } },
    { env: { CLAUDE_CODE_OAUTH_TOKEN: 'secret {"file":"/t"}' } },
  ],
  [
    'custom service with a token',
    ...configured({ ...GATEWAY, token: { env: 'GW_TOKEN' } }, { GW_TOKEN: 't', ANTHROPIC_API_KEY: 'k' }),
    {
      env: { ANTHROPIC_BASE_URL: GATEWAY.baseUrl, ANTHROPIC_AUTH_TOKEN: '$GW_TOKEN' },
      auth: 'API token',
      model: 'claude-opus-5-5',
    },
  ],
  [
    'custom service with a key and a model',
    ...configured({ ...GATEWAY, apiKey: { literal: 'k' }, models: { opus: 'big' } }),
    {
      env: { ANTHROPIC_BASE_URL: GATEWAY.baseUrl, ANTHROPIC_API_KEY: 'secret {"literal":"k"}' },
      auth: 'API key',
      model: 'big',
      models: { opus: 'big', haiku: 'big' },
    },
  ],
];

test.each(rows)('%s', (_, provider, parts, expected) => {
  const setup = shownSetup(provider.setup(context(parts)));
  expect(setup).toMatchObject(expected);
  if (expected.env) expect(setup.env).toEqual(expected.env);
  if (expected.model === undefined && 'model' in expected) expect(setup.models).toEqual(expected.models);
});

test('a subscription without a login or token says how to get one', () => {
  const { warnings } = pro.setup(context({ facts: { claudeLogin: false } }));
  expect(warnings).toEqual([expect.stringMatching(/`claude \/login`.*`claude setup-token`/)]);
});
