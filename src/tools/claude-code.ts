import { type EnvEntries, text } from '../plan/env-patch.ts';
import { TIERS, type Tier } from '../plan/selection.ts';
import type { ProviderSetup, ToolContext } from '../providers/provider.ts';
import type { Tool } from './tool.ts';

/**
 * Variables that fit one model and not another. They come from no session outside, but a provider's or a
 * profile's `env` may set them, e.g. the context window of a local model.
 */
export const MODEL_TUNING: readonly string[] = [
  'CLAUDE_CODE_AUTO_COMPACT_WINDOW',
  'CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS',
  'CLAUDE_CODE_EFFORT_LEVEL',
  'CLAUDE_CODE_MAX_CONTEXT_TOKENS',
  'CLAUDE_CODE_MAX_OUTPUT_TOKENS',
  'ENABLE_TOOL_SEARCH',
  'MAX_THINKING_TOKENS',
];

const SKIP_AUTH = ['ANTHROPIC_AWS', 'ANTHROPIC_GOOGLE_CLOUD', 'BEDROCK', 'FOUNDRY', 'MANTLE', 'VERTEX'].map(
  (client) => `CLAUDE_CODE_SKIP_${client}_AUTH`,
);

const ENDPOINTS = ['_CLAUDE_CODE_ASSUME_FIRST_PARTY_BASE_URL', 'CLAUDE_CODE_API_BASE_URL', 'CLOUD_ML_REGION'];

const CREDENTIALS = [
  'AWS_BEARER_TOKEN_BEDROCK',
  'CLAUDE_CODE_API_KEY_FILE_DESCRIPTOR',
  'CLAUDE_CODE_GATEWAY_TOKEN',
  'CLAUDE_CODE_GATEWAY_TOKEN_FILE_DESCRIPTOR',
  'CLAUDE_CODE_HOST_AUTH_ENV_VAR',
  'CLAUDE_CODE_HOST_CREDS_FILE',
  'CLAUDE_CODE_OAUTH_REFRESH_TOKEN',
  'CLAUDE_CODE_OAUTH_SCOPES',
  'CLAUDE_CODE_OAUTH_TOKEN',
  'CLAUDE_CODE_OAUTH_TOKEN_FILE_DESCRIPTOR',
  'CLAUDE_CODE_SDK_HAS_HOST_AUTH_REFRESH',
];

/** Keys of other companies: Claude Code hands its whole environment to every command that it runs. */
const FOREIGN_CREDENTIALS = [
  'AI_GATEWAY_API_KEY',
  'AZURE_OPENAI_API_KEY',
  'CODEX_ACCESS_TOKEN',
  'CODEX_API_KEY',
  'OLLAMA_API_KEY',
  'OPENAI_API_KEY',
  'VERCEL_AI_GATEWAY_TOKEN',
];

const MODELS_AND_BODY = [
  'CLAUDE_CODE_AUTO_MODE_MODEL',
  'CLAUDE_CODE_BG_CLASSIFIER_MODEL',
  'CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY',
  'CLAUDE_CODE_EXTRA_BODY',
  'CLAUDE_CODE_EXTRA_METADATA',
  'CLAUDE_CODE_SUBAGENT_MODEL',
  'CLAUDE_CODE_WORKFLOW_SUBAGENT_MODEL',
];

const pinName = (tier: Tier): string => `ANTHROPIC_DEFAULT_${tier.toUpperCase()}_MODEL`;

/** A tier without an id of its own gets the main model, so that no alias leads to a built-in default. */
const pins = ({ models, model, smallModel }: ProviderSetup): EnvEntries => {
  const ids = TIERS.map((tier) => [tier, models[tier] ?? model] as const);
  const haiku = models.haiku ?? model;
  return {
    ...(model !== undefined && { ANTHROPIC_MODEL: text(model) }),
    ...Object.fromEntries(ids.flatMap(([tier, id]) => (id === undefined ? [] : [[pinName(tier), text(id)]]))),
    // Deprecated, yet it wins over the Haiku pin: set only where the two differ.
    ...(smallModel !== undefined && smallModel !== haiku && { ANTHROPIC_SMALL_FAST_MODEL: text(smallModel) }),
  };
};

const environment = ({ effort, team, setup }: ToolContext): EnvEntries => ({
  // Keeps an `env` block of a settings file from redirecting the session.
  ...(!setup.ambient && { CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST: text('1') }),
  ...pins(setup),
  ...(effort !== undefined && { CLAUDE_CODE_EFFORT_LEVEL: text(effort) }),
  ...(team && { CLAUDE_CODE_EXPERIMENTAL_AGENT_TEAMS: text('1') }),
});

/** Claude Code; its variables are those of code.claude.com, "Environment variables", and of its own tables. */
export const claudeCode: Tool = {
  id: 'cc',
  title: 'Claude Code',
  flags: ['cc'],
  managed: {
    names: [
      'CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST',
      ...SKIP_AUTH,
      ...ENDPOINTS,
      ...CREDENTIALS,
      ...FOREIGN_CREDENTIALS,
      ...MODELS_AND_BODY,
      ...MODEL_TUNING,
    ],
    prefixes: ['ANTHROPIC_', 'CLAUDE_CODE_USE_', 'VERTEX_REGION_CLAUDE_', 'CLAUDE_CODE_3P_'],
  },
  kept: ['CLAUDE_CODE_USE_POWERSHELL_TOOL', 'CLAUDE_CODE_USE_NATIVE_FILE_SEARCH'],
  environment,
};
