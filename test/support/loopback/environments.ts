import type { ClientEnv } from '../clients.ts';

/** Variables, set by hand, that send Claude Code to a loopback server, and what must then arrive there. */
export interface ProviderCase {
  readonly name: string;
  readonly env: (url: string) => ClientEnv;
  readonly path: string;
  /** The two headers that carry a credential; `undefined`: must be absent. */
  readonly authorization: string | RegExp | undefined;
  readonly apiKey: string | undefined;
}

/** A gateway that takes a bearer token. */
export const gateway = (url: string): ClientEnv => ({
  ANTHROPIC_BASE_URL: url,
  ANTHROPIC_AUTH_TOKEN: 'gateway-token',
});

/** Amazon Bedrock with the given credential; the region tells a SigV4 signature for it from the default one. */
export const bedrock =
  (credential: ClientEnv) =>
  (url: string): ClientEnv => ({
    CLAUDE_CODE_USE_BEDROCK: '1',
    ANTHROPIC_BEDROCK_BASE_URL: url,
    AWS_REGION: 'us-west-2',
    ...credential,
  });

const vertex = (url: string): ClientEnv => ({
  CLAUDE_CODE_USE_VERTEX: '1',
  CLAUDE_CODE_SKIP_VERTEX_AUTH: '1',
  ANTHROPIC_VERTEX_BASE_URL: `${url}/v1`,
  ANTHROPIC_VERTEX_PROJECT_ID: 'example',
  CLOUD_ML_REGION: 'global',
});

const foundry = (url: string): ClientEnv => ({
  CLAUDE_CODE_USE_FOUNDRY: '1',
  ANTHROPIC_FOUNDRY_BASE_URL: `${url}/anthropic`,
  ANTHROPIC_FOUNDRY_API_KEY: 'foundry-key',
});

const BEDROCK_PATH = '/model/us.anthropic.claude-opus-5-5/invoke-with-response-stream';
const VERTEX_PATH =
  '/v1/projects/example/locations/global/publishers/anthropic/models/claude-opus-5-5:streamRawPredict';
const SIGV4 =
  /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/us-west-2\/bedrock\/aws4_request, .*Signature=[0-9a-f]{64}$/;

/** The smallest environment of each provider; model names are the defaults of Claude Code 2.1.330. */
export const providerCases: readonly ProviderCase[] = [
  {
    name: 'an Anthropic key',
    env: (url) => ({ ANTHROPIC_BASE_URL: url, ANTHROPIC_API_KEY: 'anthropic-key' }),
    path: '/v1/messages',
    authorization: undefined,
    apiKey: 'anthropic-key',
  },
  {
    name: 'a bearer gateway',
    env: gateway,
    path: '/v1/messages',
    authorization: 'Bearer gateway-token',
    apiKey: undefined,
  },
  {
    name: 'a Bedrock key',
    env: bedrock({ AWS_BEARER_TOKEN_BEDROCK: 'bedrock-key' }),
    path: BEDROCK_PATH,
    authorization: 'Bearer bedrock-key',
    apiKey: undefined,
  },
  {
    name: 'AWS access keys',
    env: bedrock({ AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' }),
    path: BEDROCK_PATH,
    authorization: SIGV4,
    apiKey: undefined,
  },
  {
    name: 'Vertex without auth',
    env: vertex,
    path: VERTEX_PATH,
    authorization: undefined,
    apiKey: undefined,
  },
  {
    name: 'a Foundry key',
    env: foundry,
    path: '/anthropic/v1/messages',
    authorization: undefined,
    apiKey: 'foundry-key',
  },
];

/** Codex's arguments for a provider of the user's own, whose key is in `AIR_KEY`. */
export const customProvider = (url: string): readonly string[] => [
  ...['-c', 'model_provider=air'],
  ...['-c', `model_providers.air={name="Example",base_url="${url}/v1",env_key="AIR_KEY"}`],
];

/** Arguments and variables that send Codex to a loopback server, and the requests that must then arrive. */
export interface CodexCase {
  readonly name: string;
  readonly args: (url: string) => readonly string[];
  readonly env: (url: string) => ClientEnv;
  readonly requests: readonly string[];
  readonly authorization?: string;
}

/** Codex's ways to a model. */
export const codexCases: readonly CodexCase[] = [
  {
    name: 'a custom provider',
    args: customProvider,
    env: () => ({ AIR_KEY: 'air-key' }),
    requests: ['POST /v1/responses'],
    authorization: 'Bearer air-key',
  },
  {
    name: 'its own provider, after a refused WebSocket',
    args: (url) => ['-c', `openai_base_url="${url}/v1"`],
    env: () => ({ CODEX_API_KEY: 'openai-key' }),
    requests: ['GET /v1/responses', 'POST /v1/responses'],
    authorization: 'Bearer openai-key',
  },
  {
    name: 'Ollama',
    args: () => ['--oss', '--local-provider', 'ollama'],
    env: (url) => ({ CODEX_OSS_BASE_URL: `${url}/v1` }),
    requests: ['GET /v1/models', 'GET /api/version', 'GET /api/tags', 'POST /v1/responses'],
  },
  {
    name: 'LM Studio, which loads the model first',
    args: () => ['--oss', '--local-provider', 'lmstudio'],
    env: (url) => ({ CODEX_OSS_BASE_URL: `${url}/v1` }),
    requests: ['GET /v1/models', 'GET /v1/models', 'POST /v1/responses', 'POST /v1/responses'],
  },
];
