import type { KeyPath } from '../config/problem.ts';
import { TIERS, type Tier } from '../plan/selection.ts';

/** Where a variable of airun stands in our configuration. */
export interface Place {
  readonly path: readonly string[];
  /** Goes into a file of its own; the configuration names that file. */
  readonly secret?: boolean;
}

const provider = (id: string, ...path: string[]): Place => ({ path: ['providers', id, ...path] });
const secret = (id: string, key: 'apiKey' | 'token'): Place => ({ ...provider(id, key), secret: true });

type Places = Readonly<Record<string, readonly Place[]>>;

const KEYFILE = 'GOOGLE_APPLICATION_CREDENTIALS';

const ACCOUNTS: Places = {
  AWS_REGION: [provider('aws', 'region')],
  AWS_PROFILE: [provider('aws', 'awsProfile')],
  AWS_BEARER_TOKEN_BEDROCK: [secret('aws', 'token')],
  ANTHROPIC_VERTEX_PROJECT_ID: [provider('vertex', 'project')],
  CLOUD_ML_REGION: [provider('vertex', 'region')],
  [KEYFILE]: [provider('vertex', 'env', KEYFILE)],
  ANTHROPIC_API_KEY: [secret('apikey', 'apiKey')],
  ANTHROPIC_FOUNDRY_RESOURCE: [provider('azure', 'resource')],
  ANTHROPIC_FOUNDRY_BASE_URL: [provider('azure', 'baseUrl')],
  ANTHROPIC_FOUNDRY_API_KEY: [secret('azure', 'apiKey')],
  VERCEL_AI_GATEWAY_URL: [provider('vercel', 'baseUrl')],
  VERCEL_AI_GATEWAY_TOKEN: [secret('vercel', 'token')],
  OLLAMA_HOST: [provider('ollama', 'baseUrl')],
  LMSTUDIO_HOST: [provider('lmstudio', 'baseUrl')],
};

/** The end of `CLAUDE_MODEL_{TIER}_…`; the subscription shares the names of the API. */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  AWS: ['aws'],
  VERTEX: ['vertex'],
  ANTHROPIC: ['apikey', 'pro'],
  AZURE: ['azure'],
  VERCEL: ['vercel'],
};

const LEVELS: readonly (readonly [string, Tier])[] = [
  ['HIGH', 'opus'],
  ['MID', 'sonnet'],
  ['LOW', 'haiku'],
];

const claudeModels = (): Places =>
  Object.fromEntries(
    Object.entries(SUFFIXES).flatMap(([suffix, ids]) => [
      ...TIERS.map((tier) => [
        `CLAUDE_MODEL_${tier.toUpperCase()}_${suffix}`,
        ids.map((id) => provider(id, 'models', tier)),
      ]),
      [`CLAUDE_SMALL_FAST_MODEL_${suffix}`, ids.map((id) => provider(id, 'smallModel'))],
    ]),
  );

const localModels = (): Places =>
  Object.fromEntries(
    ['ollama', 'lmstudio'].flatMap((id) => [
      ...LEVELS.map(([level, tier]) => [
        `${id.toUpperCase()}_MODEL_${level}`,
        [provider(id, 'models', tier)],
      ]),
      [`${id.toUpperCase()}_SMALL_FAST_MODEL`, [provider(id, 'smallModel')]],
    ]),
  );

/** airun's variables with a key of our configuration; the values go over as they are. */
export const PLACES: Places = { ...ACCOUNTS, ...claudeModels(), ...localModels() };

/** Why a variable has no place, with what to do instead. */
export const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN)$/,
    'access keys belong in ~/.aws/credentials (aws configure), or stay exported in your start-up file',
  ],
  [/^(?:OPENAI|CODEX)_API_KEY$/, 'Codex takes it from the environment: export it in your start-up file'],
  [/^CODEX_MODEL_/, 'the models of Codex are built in: name another one with --model'],
  [/^VERTEX_REGION_/, 'one region serves all models: providers.vertex.region'],
  [
    /^(?:OPENROUTER_API_KEY|ROUTER_MODEL_\w+)$/,
    'add OpenRouter as a provider of your own (type: anthropic), with its address and the key as token',
  ],
  [/^AI_DEFAULT_TEAMMATE_MODE$/, 'it is no default here: give --teammate-mode'],
  [/^(?:AI_NO_UPDATE_CHECK)$/, 'it is a variable here too: export it in your start-up file'],
];

/** Keys that answer the same question: a configuration that has one is not given the other. */
export const RIVALS: readonly (readonly [KeyPath, KeyPath])[] = [
  [
    ['defaults', 'tier'],
    ['defaults', 'model'],
  ],
  [
    ['defaults', 'provider'],
    ['defaults', 'profile'],
  ],
  [
    ['providers', 'azure', 'resource'],
    ['providers', 'azure', 'baseUrl'],
  ],
];
