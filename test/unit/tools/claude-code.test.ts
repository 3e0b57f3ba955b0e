import type { ProviderSetup, ToolContext } from '../../../src/providers/provider.ts';
import { claudeCode } from '../../../src/tools/claude-code.ts';
import { findTool, TOOLS, TUNING } from '../../../src/tools/index.ts';
import { shown } from '../providers/context.ts';

const setup = (parts: Partial<ProviderSetup>): ProviderSetup => ({
  env: {},
  auth: 'API key',
  models: {},
  model: undefined,
  ...parts,
});

const HOST = { CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST: '1' };
const pins = (fable: string, opus: string, sonnet: string, haiku: string) => ({
  ANTHROPIC_DEFAULT_FABLE_MODEL: fable,
  ANTHROPIC_DEFAULT_OPUS_MODEL: opus,
  ANTHROPIC_DEFAULT_SONNET_MODEL: sonnet,
  ANTHROPIC_DEFAULT_HAIKU_MODEL: haiku,
});
const MODELS = { fable: 'f', opus: 'o', sonnet: 's', haiku: 'h' };

const rows: [string, Partial<ProviderSetup>, Partial<ToolContext>, Record<string, string>][] = [
  ['nothing decided', {}, {}, HOST],
  [
    'every tier',
    { models: MODELS, model: 'o', smallModel: 'h' },
    {},
    { ...HOST, ANTHROPIC_MODEL: 'o', ...pins('f', 'o', 's', 'h') },
  ],
  [
    'tiers without an id',
    { models: { sonnet: 's' }, model: 'm', smallModel: 'm' },
    {},
    { ...HOST, ANTHROPIC_MODEL: 'm', ...pins('m', 'm', 's', 'm') },
  ],
  [
    'a small model of its own',
    { models: MODELS, model: 'o', smallModel: 'x' },
    {},
    { ...HOST, ANTHROPIC_MODEL: 'o', ...pins('f', 'o', 's', 'h'), ANTHROPIC_SMALL_FAST_MODEL: 'x' },
  ],
  [
    'tiers without a main model',
    { models: { haiku: 'h' } },
    {},
    { ...HOST, ANTHROPIC_DEFAULT_HAIKU_MODEL: 'h' },
  ],
  [
    'effort and team',
    {},
    { effort: 'max', team: true },
    { ...HOST, CLAUDE_CODE_EFFORT_LEVEL: 'max', CLAUDE_CODE_EXPERIMENTAL_AGENT_TEAMS: '1' },
  ],
  ['no team', {}, { team: false }, HOST],
];

test.each(rows)('%s', (_, parts, tool, expected) => {
  const context = { effort: undefined, team: undefined, ...tool, setup: setup(parts) };
  expect(shown(claudeCode.environment(context))).toEqual(expected);
});

const isManaged = (name: string): boolean =>
  !claudeCode.kept.includes(name) &&
  (claudeCode.managed.names.includes(name) ||
    claudeCode.managed.prefixes.some((prefix) => name.startsWith(prefix)));

/** Variables that Claude Code reads to select, authenticate, route or name a model, by its own documentation. */
const STEERING = `
  ANTHROPIC_API_KEY ANTHROPIC_AUTH_TOKEN ANTHROPIC_AWS_API_KEY ANTHROPIC_AWS_BASE_URL ANTHROPIC_AWS_WORKSPACE_ID
  ANTHROPIC_BASE_URL ANTHROPIC_BEDROCK_BASE_URL ANTHROPIC_BEDROCK_MANTLE_BASE_URL ANTHROPIC_BEDROCK_REGION_PREFIX
  ANTHROPIC_BEDROCK_SERVICE_TIER ANTHROPIC_BETAS ANTHROPIC_CONFIG_DIR ANTHROPIC_CUSTOM_HEADERS
  ANTHROPIC_CUSTOM_MODEL_OPTION ANTHROPIC_DEFAULT_MODEL ANTHROPIC_DEFAULT_OPUS_MODEL_NAME
  ANTHROPIC_FOUNDRY_API_KEY ANTHROPIC_FOUNDRY_AUTH_TOKEN ANTHROPIC_FOUNDRY_BASE_URL ANTHROPIC_FOUNDRY_RESOURCE
  ANTHROPIC_GOOGLE_CLOUD_BASE_URL ANTHROPIC_IDENTITY_TOKEN_FILE ANTHROPIC_MODEL ANTHROPIC_PROFILE
  ANTHROPIC_SMALL_FAST_MODEL ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION ANTHROPIC_UNIX_SOCKET
  ANTHROPIC_VERTEX_BASE_URL ANTHROPIC_VERTEX_PROJECT_ID CLAUDE_CODE_AUTO_COMPACT_WINDOW
  CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS CLAUDE_CODE_EFFORT_LEVEL CLAUDE_CODE_MAX_CONTEXT_TOKENS AWS_BEARER_TOKEN_BEDROCK CLAUDE_CODE_3P_SEEDED_MODEL
  CLAUDE_CODE_API_BASE_URL CLAUDE_CODE_API_KEY_FILE_DESCRIPTOR CLAUDE_CODE_AUTO_MODE_MODEL
  CLAUDE_CODE_BG_CLASSIFIER_MODEL CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY CLAUDE_CODE_EXTRA_BODY
  CLAUDE_CODE_EXTRA_METADATA CLAUDE_CODE_GATEWAY_TOKEN CLAUDE_CODE_GATEWAY_TOKEN_FILE_DESCRIPTOR
  CLAUDE_CODE_HOST_AUTH_ENV_VAR CLAUDE_CODE_HOST_CREDS_FILE CLAUDE_CODE_MAX_OUTPUT_TOKENS
  CLAUDE_CODE_OAUTH_REFRESH_TOKEN CLAUDE_CODE_OAUTH_SCOPES CLAUDE_CODE_OAUTH_TOKEN
  CLAUDE_CODE_OAUTH_TOKEN_FILE_DESCRIPTOR CLAUDE_CODE_SDK_HAS_HOST_AUTH_REFRESH
  CLAUDE_CODE_SKIP_ANTHROPIC_AWS_AUTH CLAUDE_CODE_SKIP_ANTHROPIC_GOOGLE_CLOUD_AUTH CLAUDE_CODE_SKIP_BEDROCK_AUTH
  CLAUDE_CODE_SKIP_FOUNDRY_AUTH CLAUDE_CODE_SKIP_MANTLE_AUTH CLAUDE_CODE_SKIP_VERTEX_AUTH
  CLAUDE_CODE_SUBAGENT_MODEL CLAUDE_CODE_USE_BEDROCK CLAUDE_CODE_USE_SOMETHING_NEW
  CLAUDE_CODE_WORKFLOW_SUBAGENT_MODEL CLOUD_ML_REGION ENABLE_TOOL_SEARCH MAX_THINKING_TOKENS
  VERTEX_REGION_CLAUDE_5_OPUS _CLAUDE_CODE_ASSUME_FIRST_PARTY_BASE_URL
`;

/** What belongs to the user, to the running session or to the cloud account. */
const LEFT_ALONE = `
  AWS_PROFILE AWS_REGION AWS_ACCESS_KEY_ID AZURE_CLIENT_ID CLAUDECODE CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC
  CLAUDE_CODE_ENTRYPOINT CLAUDE_CODE_SESSION_ID CLAUDE_CODE_SKIP_PROMPT_HISTORY CLAUDE_CODE_USE_NATIVE_FILE_SEARCH
  CLAUDE_CODE_USE_POWERSHELL_TOOL CLAUDE_CONFIG_DIR CODEX_HOME DISABLE_TELEMETRY GOOGLE_APPLICATION_CREDENTIALS
  HTTPS_PROXY OLLAMA_HOST PATH
`;

const words = (list: string): string[] => list.trim().split(/\s+/);

test('everything that steers a session is managed', () => {
  expect(words(STEERING).filter((name) => !isManaged(name))).toEqual([]);
});

test('everything else is left alone', () => {
  expect(words(LEFT_ALONE).filter(isManaged)).toEqual([]);
});

test('what may be tuned is managed, and no name is listed twice', () => {
  expect(TUNING.cc.filter((name) => !isManaged(name))).toEqual([]);
  expect(claudeCode.managed.names).toHaveLength(new Set(claudeCode.managed.names).size);
});

test('tools are found by id', () => {
  expect(TOOLS.map(({ id }) => findTool(id))).toEqual(TOOLS);
});
