/**
 * `-c KEY=VALUE`: one key of Codex's configuration for this run (developers.openai.com/codex, "Configuration reference").
 * The value is TOML; JSON writes our texts, which are free of control characters, in the same way.
 */
export const override = (key: string, value: string): string[] => ['-c', `${key}=${JSON.stringify(value)}`];

/** Not a name that somebody's `config.toml` would have: Codex merges the two tables. */
const OWN_ID = 'ai-runner';

/** An OpenAI-compatible service with its key in a variable. */
export interface CodexService {
  readonly name: string;
  /** With the `/v1` at its end. */
  readonly baseUrl: string;
  readonly keyVariable: string;
}

/**
 * A provider for this run alone. A login that is stored on the machine is not sent there: it takes a variable as its only
 * credential.
 */
export const codexService = ({ name, baseUrl, keyVariable }: CodexService): string[] => [
  ...override('model_provider', OWN_ID),
  ...override(`model_providers.${OWN_ID}.name`, name),
  ...override(`model_providers.${OWN_ID}.base_url`, baseUrl),
  ...override(`model_providers.${OWN_ID}.env_key`, keyVariable),
];
