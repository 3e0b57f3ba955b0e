import { callerEnv } from '../support/client-session.ts';
import { ask, runInShell, session } from '../support/client-shell.ts';
import { configure, useStage } from '../support/client-stage.ts';
import { claude } from '../support/clients.ts';
import { modelOf } from '../support/loopback/exchange.ts';
import { bash, fish, on, type Shell, zsh } from '../support/shells.ts';

const stage = useStage();

/** The models that were asked, in order: of the body, else of Bedrock's and Vertex AI's paths. */
const asked = (): string[] =>
  stage.server.turns.map(({ body, path }) => {
    const model = modelOf(body);
    return model === 'unknown' ? decodeURIComponent(/\/models?\/([^/:]+)/.exec(path)?.[1] ?? '') : model;
  });

const said = (shell: Shell, lines: readonly string[]) => runInShell(shell, stage, lines, callerEnv(stage));

test.each([
  ['us', 'us-west-2', bash],
  ['eu', 'eu-central-1', zsh],
  ['apac', 'ap-northeast-1', fish],
] as const)('each tier reaches Bedrock with the prefix %s. of %s', async (prefix, region, shell) => {
  configure(stage, { aws: { baseUrl: stage.server.url, region } });
  const tiers = ['--fable', '--opus', '--sonnet', '--haiku'];
  const lines = tiers.flatMap((tier) => [on(shell, `--aws ${tier}`), ...ask(shell, claude())]);
  const result = await said(shell, lines);
  expect(result).toMatchObject({ status: 0, stdout: 'PONG\nclient=0\n'.repeat(tiers.length) });
  expect(asked()).toEqual(
    ['fable-5-2', 'opus-5-5', 'sonnet-5-5', 'haiku-5-5'].map((name) => `${prefix}.anthropic.claude-${name}`),
  );
  expect(stage.hostile.requests).toEqual([]);
});

/** What the client's own aliases must lead to. */
test.each<[string, Shell, (url: string) => object, Readonly<Record<string, string>>]>([
  [
    '--aws',
    bash,
    (baseUrl) => ({ aws: { baseUrl, region: 'us-east-1', models: { sonnet: 'own-sonnet' } } }),
    {
      haiku: 'us.anthropic.claude-haiku-5-5',
      sonnet: 'own-sonnet',
      opus: 'us.anthropic.claude-opus-5-5',
      fable: 'us.anthropic.claude-fable-5-2',
    },
  ],
  [
    '--vertex --sonnet',
    zsh,
    (baseUrl) => ({
      vertex: { baseUrl, project: 'own-project', skipAuth: true, models: { haiku: 'own-haiku' } },
    }),
    { haiku: 'own-haiku', opus: 'claude-opus-5-5' },
  ],
  [
    '--vercel --haiku',
    fish,
    (baseUrl) => ({ vercel: { baseUrl } }),
    { haiku: 'anthropic/claude-haiku-5.5', fable: 'anthropic/claude-fable-5.2' },
  ],
  [
    '--provider own',
    bash,
    (baseUrl) => ({
      own: {
        type: 'anthropic',
        baseUrl,
        token: { env: 'OPENAI_API_KEY' },
        models: { opus: 'big', haiku: 'small' },
      },
    }),
    { haiku: 'small', sonnet: 'big' },
  ],
  [
    '--ollama --model own-model',
    zsh,
    (baseUrl) => ({ ollama: { baseUrl } }),
    { haiku: 'own-model', opus: 'own-model' },
  ],
])('%s: an alias of the client leads to the session’s own model', async (flags, shell, providers, models) => {
  configure(stage, providers(stage.server.url));
  const questions = Object.keys(models).flatMap((alias) => ask(shell, claude(), `-p --model ${alias} ping`));
  const result = await said(shell, session(shell, stage, flags, questions));
  expect(result).toMatchObject({ status: 0, said: { on: '0', client: '0', off: '0' } });
  expect(asked()).toEqual(Object.values(models));
});
