import { bash, fish, SHELLS, zsh } from '../shells.ts';
import { bearer, MESSAGES, type Way } from './way.ts';

const SOURCES = [
  [bash, 'a command', { command: ['printf', 'own-token'] }, 'token', bearer('own-token')],
  [zsh, 'a file', { file: '~/.secrets/own' }, 'token', bearer('own-token')],
  [fish, 'a variable', { env: 'OWN_TOKEN' }, 'token', bearer('own-token')],
  [bash, 'a variable', { env: 'OWN_TOKEN' }, 'apiKey', { 'x-api-key': 'own-token' }],
] as const;

/** A configured provider, whose address is written as people find it in manuals. */
const configured: readonly Way[] = SOURCES.map(([shell, source, ref, setting, credentials]) => ({
  name: `a configured provider with its ${setting} from ${source}`,
  shells: [shell],
  flags: '--provider own',
  providers: (url) => ({
    own: { type: 'anthropic', baseUrl: `${url}/anthropic/v1/`, [setting]: ref, models: { opus: 'big' } },
  }),
  env: () => ({ OWN_TOKEN: 'own-token' }),
  files: { '.secrets/own': 'own-token\n' },
  requests: ['POST /anthropic/v1/messages'],
  model: 'big',
  credentials,
}));

/** Everything that speaks the Messages API somewhere on the net. */
export const gatewayWays: readonly Way[] = [
  {
    name: 'apikey',
    shells: SHELLS,
    flags: '--apikey',
    providers: (url) => ({ apikey: { baseUrl: url } }),
    env: () => ({ ANTHROPIC_API_KEY: 'own-anthropic-key' }),
    requests: MESSAGES,
    model: 'claude-opus-5-5',
    credentials: { 'x-api-key': 'own-anthropic-key' },
  },
  {
    name: 'vercel',
    shells: [fish],
    flags: '--vercel --haiku',
    providers: (url) => ({ vercel: { baseUrl: url } }),
    env: () => ({ VERCEL_AI_GATEWAY_TOKEN: 'own-vercel-token' }),
    requests: MESSAGES,
    model: 'anthropic/claude-haiku-5.5',
    credentials: bearer('own-vercel-token'),
  },
  ...configured,
];
