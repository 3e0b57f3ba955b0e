import { UserError } from '../errors.ts';
import { caller } from '../plan/env-patch.ts';
import { codexService } from './codex-config.ts';
import { codexModels } from './codex-models.ts';
import { firstGiven } from './inputs.ts';
import type { ProviderContext, ProviderSetup } from './provider.ts';

const KEY = 'CODEX_API_KEY';
const KEYS = [KEY, 'OPENAI_API_KEY'];

/**
 * The OpenAI API with a key. Not as Codex's built-in provider: its terminal interface takes no key from the environment
 * there and uses the stored login, or asks for one (measured with Codex 0.169).
 */
export const codexApikey = (context: ProviderContext): ProviderSetup => {
  const name = firstGiven(context.env, KEYS);
  if (name === undefined) {
    throw new UserError('no OpenAI API key found', {
      hint: `Export ${KEYS.join(' or ')}; providers.apikey.apiKey in the configuration is a key of Anthropic.`,
    });
  }
  return {
    env: { [KEY]: caller(name) },
    args: codexService({ name: 'OpenAI', baseUrl: 'https://api.openai.com/v1', keyVariable: KEY }),
    auth: 'API key',
    ...codexModels(context),
  };
};
