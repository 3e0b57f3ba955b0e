import { decideWith } from '../../../src/start/decide.ts';
import { removeSandboxes, sandbox } from '../sessions/world.ts';

afterEach(removeSandboxes);

const LOADED = { config: { defaults: {}, profiles: {}, providers: {} }, path: undefined, warnings: [] };

const refusal = (env: Record<string, string>) => {
  const { world } = sandbox({ env });
  return decideWith(world, LOADED, { provider: 'apikey' }).catch((error: unknown) => error);
};

test('inside a session a missing credential may only be hidden', async () => {
  expect(await refusal({ AI_SESSION_ID: 'cc-aws-1-2' })).toMatchObject({
    message: 'no Anthropic API key found',
    hint: expect.stringMatching(/Export ANTHROPIC_API_KEY[^\n]*\nThe session cc-aws-1-2 of this shell hides/),
  });
});

test('outside of one it is missing', async () => {
  expect(await refusal({})).toMatchObject({ hint: expect.not.stringContaining('hides') });
});
