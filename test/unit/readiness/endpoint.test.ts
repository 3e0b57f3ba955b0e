import type { Config } from '../../../src/config/config.ts';
import type { Selection } from '../../../src/plan/selection.ts';
import { endpointOf } from '../../../src/readiness/endpoint.ts';
import type { Env } from '../../../src/world.ts';
import { planOf } from '../plan/machine.ts';

const KEYS = {
  ANTHROPIC_API_KEY: 'k',
  AI_GATEWAY_API_KEY: 'k',
  OPENAI_API_KEY: 'k',
  AZURE_OPENAI_API_KEY: 'k',
  GW: 'k',
};

test.each<[Selection, Partial<Config>, Env, string]>([
  [{ provider: 'aws' }, {}, { AWS_REGION: 'eu-west-1' }, 'https://bedrock-runtime.eu-west-1.amazonaws.com'],
  [
    { provider: 'aws' },
    { providers: { aws: { baseUrl: 'https://gw.example/bedrock' } } },
    {},
    'https://gw.example',
  ],
  [
    { provider: 'vertex' },
    { providers: { vertex: { project: 'p' } } },
    {},
    'https://aiplatform.googleapis.com',
  ],
  [
    { provider: 'vertex' },
    { providers: { vertex: { project: 'p', region: 'us-east5' } } },
    {},
    'https://us-east5-aiplatform.googleapis.com',
  ],
  [{ provider: 'apikey' }, {}, {}, 'https://api.anthropic.com'],
  [{ provider: 'apikey' }, { providers: { apikey: { baseUrl: 'http://h:1/x' } } }, {}, 'http://h:1'],
  [{ provider: 'pro' }, {}, {}, 'https://api.anthropic.com'],
  [
    { provider: 'azure' },
    { providers: { azure: { resource: 'res' } } },
    {},
    'https://res.services.ai.azure.com',
  ],
  [
    { provider: 'azure' },
    { providers: { azure: { baseUrl: 'https://f.example/anthropic' } } },
    {},
    'https://f.example',
  ],
  [{ provider: 'vercel' }, {}, {}, 'https://ai-gateway.vercel.sh'],
  [{ provider: 'ollama' }, {}, { OLLAMA_HOST: 'gpu' }, 'http://gpu:11434'],
  [
    { provider: 'gw' },
    { providers: { gw: { type: 'anthropic', baseUrl: 'https://gw.example/a/b', token: { env: 'GW' } } } },
    {},
    'https://gw.example',
  ],
  [{ provider: 'apikey', tool: 'codex' }, {}, {}, 'https://api.openai.com'],
  [
    { provider: 'azure', tool: 'codex' },
    { providers: { azure: { resource: 'res' } } },
    {},
    'https://res.openai.azure.com',
  ],
  [{ provider: 'pro', tool: 'codex' }, {}, {}, 'https://chatgpt.com'],
  [{ provider: 'aws', tool: 'codex' }, {}, {}, 'https://bedrock-runtime.us-east-1.amazonaws.com'],
  [{ provider: 'ollama', tool: 'codex' }, {}, { OLLAMA_HOST: 'gpu' }, 'http://gpu:11434'],
])('requests of %j with %j and %j go to %s', (selection, parts, env, url) => {
  expect(endpointOf(planOf(selection, parts, { ...KEYS, ...env }))).toBe(url);
});
