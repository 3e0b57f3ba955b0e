import type { ProviderContext } from '../../../src/providers/provider.ts';
import { vertex } from '../../../src/providers/vertex.ts';
import { context, type Expected, shownSetup } from './context.ts';

const ADC = { google: { adcFile: '/adc.json', gcloud: false } };
const P = { project: 'p1' };
const BASE = {
  CLAUDE_CODE_USE_VERTEX: '1',
  ANTHROPIC_VERTEX_PROJECT_ID: 'p1',
  GOOGLE_CLOUD_PROJECT: 'p1',
  CLOUD_ML_REGION: 'global',
};
const WITH_GATEWAY = { ...BASE, CLAUDE_CODE_SKIP_VERTEX_AUTH: '1' };

const rows: [string, Partial<ProviderContext>, Expected][] = [
  [
    'configured project, default region, application-default credentials',
    { settings: P, facts: ADC },
    {
      env: BASE,
      clear: ['GCLOUD_PROJECT'],
      auth: 'Google credentials (project: p1)',
      project: 'p1',
      region: 'global',
      model: 'claude-opus-5-5',
      warnings: [],
    },
  ],
  [
    'project and region of the caller',
    {
      env: { ANTHROPIC_VERTEX_PROJECT_ID: 'a', GOOGLE_CLOUD_PROJECT: 'b', CLOUD_ML_REGION: 'us-east5' },
      facts: ADC,
    },
    { project: 'a', region: 'us-east5' },
  ],
  [
    'second choice of project',
    { env: { ANTHROPIC_VERTEX_PROJECT_ID: '', GOOGLE_CLOUD_PROJECT: 'b', GCLOUD_PROJECT: 'c' }, facts: ADC },
    { project: 'b' },
  ],
  ['third choice of project', { env: { GCLOUD_PROJECT: 'c' }, facts: ADC }, { project: 'c' }],
  [
    'configured region wins',
    { settings: { ...P, region: 'europe-west1' }, env: { CLOUD_ML_REGION: 'us-east5' }, facts: ADC },
    { region: 'europe-west1', env: { ...BASE, CLOUD_ML_REGION: 'europe-west1' } },
  ],
  [
    'key file that exists',
    {
      settings: P,
      env: { GOOGLE_APPLICATION_CREDENTIALS: '/k.json' },
      facts: { google: { adcFile: '/k.json', gcloud: false } },
    },
    { env: BASE, warnings: [] },
  ],
  [
    'machine of Google',
    { settings: P, facts: { google: { gcloud: false }, cloudHost: 'google' } },
    { env: BASE },
  ],
  [
    'gcloud alone is worth a warning',
    { settings: P, facts: { google: { gcloud: true } } },
    { warnings: [expect.stringContaining('application-default login') as unknown as string] },
  ],
  [
    'gateway, base URL without a path',
    { settings: { ...P, skipAuth: true, baseUrl: 'https://gw.example' } },
    {
      auth: 'Gateway (no credentials)',
      env: { ...WITH_GATEWAY, ANTHROPIC_VERTEX_BASE_URL: 'https://gw.example/v1' },
      warnings: [],
    },
  ],
  [
    'gateway with a token and a base URL that ends in /v1/',
    { settings: { ...P, skipAuth: true, baseUrl: 'https://gw.example/x/v1/', token: { literal: 't' } } },
    {
      auth: 'Gateway token',
      env: {
        ...WITH_GATEWAY,
        ANTHROPIC_VERTEX_BASE_URL: 'https://gw.example/x/v1',
        ANTHROPIC_AUTH_TOKEN: 'secret {"literal":"t"}',
      },
      warnings: [],
    },
  ],
  [
    'a path without /v1 is a warning',
    { settings: { ...P, baseUrl: 'https://gw.example/vertex' }, facts: ADC },
    {
      env: { ...BASE, ANTHROPIC_VERTEX_BASE_URL: 'https://gw.example/vertex' },
      warnings: [expect.stringContaining('/v1') as unknown as string],
    },
  ],
  [
    'a gateway without an address is a warning',
    { settings: { ...P, skipAuth: true } },
    { env: WITH_GATEWAY, warnings: [expect.stringContaining('baseUrl') as unknown as string] },
  ],
];

test.each(rows)('%s', (_, parts, expected) => {
  const setup = shownSetup(vertex.setup(context(parts)));
  expect(setup).toMatchObject(expected);
  if (expected.env) expect(setup.env).toEqual(expected.env);
});

const errors: [string, Partial<ProviderContext>, string[]][] = [
  [
    'no project',
    { facts: ADC },
    ['project', 'ANTHROPIC_VERTEX_PROJECT_ID', 'GOOGLE_CLOUD_PROJECT', 'GCLOUD_PROJECT'],
  ],
  [
    'no credentials',
    { settings: P, facts: { google: { gcloud: false } } },
    ['GOOGLE_APPLICATION_CREDENTIALS', '`gcloud auth application-default login`', 'log in with gcloud'],
  ],
  [
    'key file that does not exist, whatever else does',
    {
      settings: P,
      env: { GOOGLE_APPLICATION_CREDENTIALS: '/gone.json' },
      facts: { google: { gcloud: true }, cloudHost: 'google' },
    },
    ['/gone.json', 'does not exist'],
  ],
];

test.each(errors)('error: %s', (_, parts, words) => {
  const attempt = () => vertex.setup(context(parts));
  expect(attempt).toThrow(expect.objectContaining({ name: 'UserError', code: 1 }));
  try {
    attempt();
  } catch (error) {
    const { message, hint } = error as { message: string; hint: string };
    for (const word of words) expect(`${message}\n${hint}`).toContain(word);
  }
});
