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
  ['aws with a Bedrock key', bash],
  ['aws with access keys', zsh],
  ['aws with a configured profile, beside access keys in the environment', fish],
  ['vertex through a gateway that adds the credential', bash],
  ['azure with a key', zsh],
  ['apikey', fish],
  ['vercel', bash],
  ['a configured provider with its token from a file', zsh],
  ['ollama with what is installed', fish],
] as const)('claude 2.1.197: %s', async (title, shell) => {
  const way = wayNamed(title);
  expect(await askInSession(stage, shell, claude197(), way)).toStrictEqual(answered(way));
  const agents = stage.server.turns.map(({ headers }) => headers['user-agent']);
  expect(agents).toEqual([expect.stringContaining('claude-cli/2.1.197')]);
});
