import { answered, askInSession } from '../support/client-session.ts';
import { plantSettings, useStage } from '../support/client-stage.ts';
import { claude197 } from '../support/clients.ts';
import { redirectingSettings } from '../support/hostile-settings.ts';
import { bash, fish, zsh } from '../support/shells.ts';
import { wayNamed } from '../support/ways/index.ts';

const stage = useStage();

beforeEach(() => plantSettings(stage, redirectingSettings(stage.hostile.url)));

/** Claude Code 2.1.197 sends an Anthropic key to Bedrock and to Vertex, and a token to Foundry, where it finds one. */
test.each([
  [bash, 'aws with a Bedrock key'],
  [zsh, 'aws with access keys'],
  [fish, 'aws with a configured profile, beside access keys in the environment'],
  [bash, 'vertex through a gateway that adds the credential'],
  [zsh, 'azure with a key'],
  [fish, 'apikey'],
  [bash, 'vercel'],
  [zsh, 'a configured provider with its token from a file'],
  [fish, 'ollama with what is installed'],
] as const)('$name: claude 2.1.197, %s', async (shell, name) => {
  const way = wayNamed(name);
  expect(await askInSession(stage, shell, claude197(), way)).toStrictEqual(answered(way));
  const agents = stage.server.turns.map(({ headers }) => headers['user-agent']);
  expect(agents).toEqual([expect.stringContaining('claude-cli/2.1.197')]);
});
