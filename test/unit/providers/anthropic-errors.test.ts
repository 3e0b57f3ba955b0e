import { apikey } from '../../../src/providers/apikey.ts';
import { customProvider } from '../../../src/providers/custom.ts';
import { pro } from '../../../src/providers/pro.ts';
import type { Provider, ProviderContext, ProviderSettings } from '../../../src/providers/provider.ts';
import { vercel } from '../../../src/providers/vercel.ts';
import { refusal } from './context.ts';

const GATEWAY = { baseUrl: 'https://gw.example/anthropic' };
const custom = (section: ProviderSettings): Provider => customProvider('mygw', section);
/** A custom provider whose section is also its settings, as it is without a profile. */
const configured = (settings: ProviderSettings, env = {}): [Provider, Partial<ProviderContext>] => [
  custom(settings),
  { settings, env },
];

const errors: [string, Provider, Partial<ProviderContext>, RegExp][] = [
  ['no API key', apikey, { env: { ANTHROPIC_API_KEY: '' } }, /ANTHROPIC_API_KEY.*providers\.apikey\.apiKey/s],
  [
    'API key refers to nothing',
    apikey,
    { settings: { apiKey: { env: 'K' } } },
    /^K is unset.*apikey\.apiKey/s,
  ],
  [
    'no gateway token',
    vercel,
    {},
    /VERCEL_AI_GATEWAY_TOKEN or AI_GATEWAY_API_KEY.*providers\.vercel\.token/s,
  ],
  ['a subscription elsewhere', pro, { settings: GATEWAY }, /providers\.pro\.baseUrl.*type anthropic/s],
  [
    'custom without address',
    ...configured({ token: { literal: 't' } }),
    /providers\.mygw\.baseUrl is missing/,
  ],
  ['custom without credential', ...configured(GATEWAY), /mygw needs exactly one of token and apiKey/],
  [
    'custom with two credentials',
    ...configured({ ...GATEWAY, token: { literal: 't' }, apiKey: { literal: 'k' } }),
    /exactly one/,
  ],
  [
    'custom with an empty credential',
    ...configured({ ...GATEWAY, token: { literal: '' } }),
    /mygw\.token is empty/,
  ],
  [
    'custom whose variable is unset',
    ...configured({ ...GATEWAY, token: { env: 'GW_TOKEN' } }),
    /^GW_TOKEN is unset or empty.*providers\.mygw\.token/s,
  ],
  [
    'custom whose variable is empty',
    ...configured({ ...GATEWAY, apiKey: { env: 'GW_KEY' } }, { GW_KEY: '' }),
    /^GW_KEY is unset or empty.*providers\.mygw\.apiKey/s,
  ],
];

test.each(errors)('error: %s', (_, provider, parts, pattern) => {
  const told = refusal(provider, parts);
  expect(told).toMatch(pattern);
  expect(told).toMatch(/\n1$/);
});
