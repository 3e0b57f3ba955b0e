/** An Anthropic model id as Bedrock names it, e.g. `global.anthropic.claude-opus-5-5`. */
const bedrockId = (tier: string): unknown =>
  expect.stringMatching(new RegExp(`^[a-z-]+\\.anthropic\\.claude-${tier}-`));

const MARK = { CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST: '1', AI_SESSION_TOOL: 'cc' };

/** What `ai env --aws --opus` adds to a child's environment. */
export const AWS_SESSION: Readonly<Record<string, unknown>> = {
  ...MARK,
  AI_SESSION_ID: expect.stringMatching(/^cc-aws-\d+-\d+$/),
  AI_SESSION_PROVIDER: 'aws',
  AI_SESSION_MODEL: bedrockId('opus'),
  CLAUDE_CODE_USE_BEDROCK: '1',
  AWS_REGION: 'us-east-1',
  ANTHROPIC_MODEL: bedrockId('opus'),
  ANTHROPIC_DEFAULT_FABLE_MODEL: bedrockId('fable'),
  ANTHROPIC_DEFAULT_OPUS_MODEL: bedrockId('opus'),
  ANTHROPIC_DEFAULT_SONNET_MODEL: bedrockId('sonnet'),
  ANTHROPIC_DEFAULT_HAIKU_MODEL: bedrockId('haiku'),
};

/** What `ai env --ollama --model m` adds. */
export const OLLAMA_SESSION: Readonly<Record<string, unknown>> = {
  ...MARK,
  AI_SESSION_ID: expect.stringMatching(/^cc-ollama-\d+-\d+$/),
  AI_SESSION_PROVIDER: 'ollama',
  AI_SESSION_MODEL: 'm',
  ANTHROPIC_BASE_URL: 'http://localhost:11434',
  ANTHROPIC_AUTH_TOKEN: 'ollama',
  ANTHROPIC_MODEL: 'm',
  ANTHROPIC_DEFAULT_FABLE_MODEL: 'm',
  ANTHROPIC_DEFAULT_OPUS_MODEL: 'm',
  ANTHROPIC_DEFAULT_SONNET_MODEL: 'm',
  ANTHROPIC_DEFAULT_HAIKU_MODEL: 'm',
};

/** Settings of other providers, and of the same one, that a session must not inherit. */
export const CONFLICTS: Readonly<Record<string, string>> = {
  ANTHROPIC_API_KEY: 'sk-ant-original-key',
  ANTHROPIC_AUTH_TOKEN: 'original-token',
  ANTHROPIC_BASE_URL: 'http://127.0.0.1:9/elsewhere',
  ANTHROPIC_CUSTOM_HEADERS: 'X-Secret: original-header',
  ANTHROPIC_SMALL_FAST_MODEL: 'someone-elses-model',
  ANTHROPIC_NAME_OF_TOMORROW: 'original-tomorrow',
  CLAUDE_CODE_USE_VERTEX: '1',
  CLAUDE_CODE_USE_NAME_OF_TOMORROW: '1',
  CLAUDE_CODE_OAUTH_TOKEN: 'original-oauth',
  CLOUD_ML_REGION: 'europe-west1',
  VERTEX_REGION_CLAUDE_OPUS_4: 'europe-west1',
};

/** Variables that only look like the above, or belong to other programs: none of a session's business. */
export const BYSTANDERS: Readonly<Record<string, string>> = {
  CLAUDE_CODE_USE_POWERSHELL_TOOL: '1',
  NOT_ANTHROPIC_API_KEY: 'mine',
  GOOGLE_CLOUD_PROJECT: 'mine',
  AZURE_CLIENT_SECRET: 'mine',
  EDITOR: 'ed',
};
