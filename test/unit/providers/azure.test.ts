import { azure } from '../../../src/providers/azure.ts';
import type { ProviderContext } from '../../../src/providers/provider.ts';
import { context, type Expected, shownSetup } from './context.ts';

const R = 'ANTHROPIC_FOUNDRY_RESOURCE';
const U = 'ANTHROPIC_FOUNDRY_BASE_URL';
const KEY = 'ANTHROPIC_FOUNDRY_API_KEY';
const TOKEN = 'ANTHROPIC_FOUNDRY_AUTH_TOKEN';
const RES = { resource: 'my-resource' };
const BASE = { CLAUDE_CODE_USE_FOUNDRY: '1', [R]: 'my-resource' };
const ENTRA = { env: BASE, auth: 'Azure credentials' };

const rows: [string, Partial<ProviderContext>, Expected][] = [
  [
    'configured resource and key win over the caller',
    {
      settings: { ...RES, apiKey: { file: '/k' } },
      env: { [U]: 'https://x.example', [KEY]: 'k', [TOKEN]: 't' },
    },
    { env: { ...BASE, [KEY]: 'secret {"file":"/k"}' }, clear: [U], auth: 'API key' },
  ],
  [
    'configured address and Entra token',
    {
      settings: { baseUrl: 'https://r.services.ai.azure.com/anthropic/', token: { env: 'T' } },
      env: { T: 't' },
    },
    {
      env: { CLAUDE_CODE_USE_FOUNDRY: '1', [U]: 'https://r.services.ai.azure.com/anthropic', [TOKEN]: '$T' },
      clear: [R],
      auth: 'Entra token',
    },
  ],
  [
    'everything of the caller, the key first',
    { env: { [R]: 'my-resource', [KEY]: 'k', [TOKEN]: 't' } },
    { env: { ...BASE, [KEY]: `$${KEY}` }, auth: 'API key' },
  ],
  [
    'address and token of the caller',
    { env: { [U]: 'https://r.example/anthropic/v1', [R]: '', [TOKEN]: 't' } },
    {
      env: { CLAUDE_CODE_USE_FOUNDRY: '1', [U]: 'https://r.example/anthropic', [TOKEN]: `$${TOKEN}` },
      auth: 'Entra token',
    },
  ],
  ['Azure CLI', { settings: RES, facts: { azureCli: true } }, ENTRA],
  ['machine of Azure', { settings: RES, facts: { cloudHost: 'azure' } }, ENTRA],
  ['client secret', { settings: RES, env: { AZURE_CLIENT_ID: 'i', AZURE_CLIENT_SECRET: 's' } }, ENTRA],
  [
    'federated token',
    { settings: RES, env: { AZURE_CLIENT_ID: 'i', AZURE_FEDERATED_TOKEN_FILE: '/t' } },
    ENTRA,
  ],
  [
    'gateway',
    { settings: { baseUrl: 'https://gw.example', skipAuth: true }, env: { [KEY]: 'k' } },
    {
      env: { CLAUDE_CODE_USE_FOUNDRY: '1', [U]: 'https://gw.example', CLAUDE_CODE_SKIP_FOUNDRY_AUTH: '1' },
      auth: 'Gateway (no credentials)',
    },
  ],
  [
    'gateway with a key',
    { settings: { ...RES, skipAuth: true, apiKey: { literal: 'k' } } },
    {
      env: { ...BASE, CLAUDE_CODE_SKIP_FOUNDRY_AUTH: '1', [KEY]: 'secret {"literal":"k"}' },
      auth: 'Gateway token',
    },
  ],
];

test.each(rows)('%s', (_, parts, expected) => {
  const setup = shownSetup(azure.setup(context(parts)));
  expect(setup).toMatchObject(expected);
  expect(setup.env).toEqual(expected.env);
  expect(setup.model).toBe('claude-opus-5-5');
});

const LOGGED_IN = { facts: { azureCli: true } };
const errors: [string, Partial<ProviderContext>, string][] = [
  ['no resource', LOGGED_IN, 'no Foundry resource is chosen'],
  [
    'resource and address configured',
    { ...LOGGED_IN, settings: { ...RES, baseUrl: 'https://x.example' } },
    'providers.azure.resource and providers.azure.baseUrl are both set',
  ],
  [
    'resource and address of the caller',
    { ...LOGGED_IN, env: { [R]: 'r', [U]: 'https://x.example' } },
    `${R} and ${U} are both set`,
  ],
  [
    'resource that is a host',
    { ...LOGGED_IN, settings: { resource: 'evil.example/' } },
    'not the name of a resource',
  ],
  [
    'two credentials configured',
    { settings: { ...RES, apiKey: { literal: 'k' }, token: { literal: 't' } } },
    'apiKey and providers.azure.token are both set',
  ],
  ['no credentials', { settings: RES }, 'no Azure credentials found'],
  [
    'client id without its proof',
    { settings: RES, env: { AZURE_CLIENT_ID: 'i' } },
    'no Azure credentials found',
  ],
];

test.each(errors)('error: %s', (_, parts, message) => {
  expect(() => azure.setup(context(parts))).toThrow(
    expect.objectContaining({ name: 'UserError', code: 1, message: expect.stringContaining(message) }),
  );
});
