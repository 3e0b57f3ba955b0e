import { bash, fish, zsh } from '../shells.ts';
import { bearer, type Way } from './way.ts';

/** What arrives at Vertex AI. */
export const vertex = (project: string, region: string, model: string): readonly string[] => [
  `POST /v1/projects/${project}/locations/${region}/publishers/anthropic/models/${model}:streamRawPredict`,
];

/** Google's and Microsoft's clouds. */
export const cloudWays: readonly Way[] = [
  {
    name: 'vertex through a gateway that adds the credential',
    shells: [bash],
    flags: '--vertex --haiku',
    providers: (url) => ({
      vertex: { baseUrl: url, project: 'own-project', region: 'europe-west1', skipAuth: true },
    }),
    requests: vertex('own-project', 'europe-west1', 'claude-haiku-5-5'),
    credentials: {},
  },
  {
    name: 'vertex through a gateway with a token',
    shells: [zsh],
    flags: '--vertex',
    providers: (url) => ({
      vertex: {
        baseUrl: `${url}/v1`,
        project: 'own-project',
        skipAuth: true,
        token: { command: ['printf', 'own-gateway-token'] },
      },
    }),
    requests: vertex('own-project', 'global', 'claude-opus-5-5'),
    credentials: bearer('own-gateway-token'),
  },
  {
    name: 'azure with a key',
    shells: [zsh],
    flags: '--azure',
    providers: (url) => ({ azure: { baseUrl: `${url}/anthropic` } }),
    env: () => ({ ANTHROPIC_FOUNDRY_API_KEY: 'own-foundry-key' }),
    requests: ['POST /anthropic/v1/messages'],
    model: 'claude-opus-5-5',
    credentials: { 'x-api-key': 'own-foundry-key' },
  },
  {
    name: 'azure with an Entra token',
    shells: [fish],
    flags: '--azure --sonnet',
    providers: (url) => ({ azure: { baseUrl: `${url}/anthropic`, token: { env: 'OWN_TOKEN' } } }),
    env: () => ({ OWN_TOKEN: 'own-entra-token' }),
    requests: ['POST /anthropic/v1/messages'],
    model: 'claude-sonnet-5-5',
    credentials: bearer('own-entra-token'),
  },
];
