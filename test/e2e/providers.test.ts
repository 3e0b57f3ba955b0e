import { shown } from '../support/arrivals.ts';
import { answered, askInSession, callerEnv, foreignWords } from '../support/client-session.ts';
import { ask, runInShell } from '../support/client-shell.ts';
import { plantSettings, useStage } from '../support/client-stage.ts';
import { claude } from '../support/clients.ts';
import { bash } from '../support/shells.ts';
import { WAYS } from '../support/ways/index.ts';

const stage = useStage();

const CASES = WAYS.flatMap((way) =>
  way.shells.map((shell) => [`${shell.name}: ${way.name}`, shell, way] as const),
);

test.each(CASES)('%s', async (_name, shell, way) => {
  expect(await askInSession(stage, shell, claude(), way)).toStrictEqual(answered(way));
});

test.each([
  ['the settings file', undefined, ['settings-model', 'settings-header', 'settings-anthropic-token']],
  ['the environment', {}, ['foreign-model', 'foreign-header', 'foreign-bedrock-key']],
])('without a session %s leads the question astray', async (_name, settings, words) => {
  if (settings) plantSettings(stage, settings);
  const { said } = await runInShell(bash, stage, ask(bash, claude()), callerEnv(stage));
  expect(said).toEqual({ client: '0' });
  expect(stage.server.requests).toEqual([]);
  expect(shown(stage.hostile.requests, foreignWords(stage))).toEqual(expect.arrayContaining(words));
});
