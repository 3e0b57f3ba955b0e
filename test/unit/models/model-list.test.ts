import type { Config } from '../../../src/config/config.ts';
import { modelsOf } from '../../../src/models/model-list.ts';
import type { ToolId } from '../../../src/plan/selection.ts';
import type { Env, HttpAnswer } from '../../../src/world.ts';
import { type FakeMachine, fakeWorld } from '../facts/fake-world.ts';
import { config } from '../plan/machine.ts';

const HOME = '/home/user';

interface Case {
  readonly env?: Env;
  readonly config?: Partial<Config>;
  readonly files?: FakeMachine['files'];
  readonly installed?: readonly string[];
  readonly tool?: ToolId;
  readonly online?: boolean;
}

const answer = (names: readonly string[]): HttpAnswer => ({
  status: 200,
  body: JSON.stringify({ models: names.map((name) => ({ name })) }),
});

const list = async (provider: string, { env = {}, config: parts, files, installed, tool, online }: Case) => {
  const get = () => (installed ? answer(installed) : undefined);
  const world = fakeWorld({ home: HOME, env, get, ...(files && { files }) });
  return modelsOf(world, config(parts), { provider, tool: tool ?? 'cc' }, online);
};

/** `tier: model (source)` a line. */
const lines = async (provider: string, given: Case): Promise<string[]> =>
  (await list(provider, given)).tiers.map(({ tier, model, source }) => `${tier}: ${model} (${source})`);

const GATEWAY = { type: 'anthropic', baseUrl: 'https://gw.example', token: { env: 'UNSET' } } as const;

test.each<[string, string, Case, string[]]>([
  [
    'built in, without any credential',
    'apikey',
    {},
    [
      'fable: claude-fable-5-2',
      'opus: claude-opus-5-5',
      'sonnet: claude-sonnet-5-5',
      'haiku: claude-haiku-5-5',
    ].map((line) => `${line} (built-in)`),
  ],
  ['without the resource that a session needs', 'azure', {}, ['opus: claude-opus-5-5 (built-in)']],
  [
    'by the region of a variable',
    'aws',
    { env: { AWS_REGION: 'eu-west-1' } },
    ['opus: eu.anthropic.claude-opus-5-5 (built-in)'],
  ],
  [
    'by the region of the profile in force',
    'aws',
    { env: { AWS_PROFILE: 'far' }, files: { [`${HOME}/.aws/config`]: '[profile far]\nregion = ap-south-1' } },
    ['opus: apac.anthropic.claude-opus-5-5 (built-in)'],
  ],
  [
    'of a variable',
    'aws',
    { env: { CLAUDE_MODEL_OPUS_AWS: 'mine' } },
    ['opus: mine (CLAUDE_MODEL_OPUS_AWS)', 'sonnet: us.anthropic.claude-sonnet-5-5 (built-in)'],
  ],
  [
    'of the section before a variable',
    'aws',
    { env: { CLAUDE_MODEL_OPUS_AWS: 'mine' }, config: { providers: { aws: { models: { opus: 'cfg' } } } } },
    ['opus: cfg (providers.aws.models.opus)'],
  ],
  [
    'of a variable of the section',
    'aws',
    { config: { providers: { aws: { env: { CLAUDE_MODEL_OPUS_AWS: 'mine' } } } } },
    ['opus: mine (providers.aws.env.CLAUDE_MODEL_OPUS_AWS)'],
  ],
  [
    'of the default profile before the section',
    'aws',
    {
      config: {
        defaults: { profile: 'work' },
        profiles: { work: { provider: 'aws', models: { opus: 'p' } } },
        providers: { aws: { models: { opus: 'cfg', haiku: 'h' } } },
      },
    },
    ['opus: p (profiles.work.models.opus)', 'haiku: h (providers.aws.models.haiku)'],
  ],
  [
    'of another provider’s profile: not',
    'aws',
    {
      config: {
        defaults: { profile: 'work' },
        profiles: { work: { provider: 'vertex', models: { opus: 'p' } } },
      },
    },
    ['opus: us.anthropic.claude-opus-5-5 (built-in)'],
  ],
  [
    'of a service with a model of its own',
    'gw',
    { config: { providers: { gw: { ...GATEWAY, models: { opus: 'big' } } } } },
    ['fable: big (another tier)', 'opus: big (providers.gw.models.opus)', 'haiku: big (another tier)'],
  ],
  [
    'of a service that names none',
    'gw',
    { config: { providers: { gw: GATEWAY } } },
    ['opus: claude-opus-5-5 (built-in)'],
  ],
  [
    'that a local server has',
    'ollama',
    { installed: ['a:latest', 'b'], env: { OLLAMA_MODEL_LOW: 'b' } },
    ['opus: b (another tier)', 'haiku: b (OLLAMA_MODEL_LOW)'],
  ],
  [
    'that a local server has first',
    'ollama',
    { installed: ['a', 'b'] },
    ['opus: a (installed)', 'haiku: a (installed)'],
  ],
  ['of a local server that does not run', 'ollama', {}, ['opus: null (null)']],
  [
    'of Codex',
    'aws',
    { tool: 'codex' },
    ['opus: openai.gpt-6.1-sol (built-in)', 'haiku: openai.gpt-6-luna (built-in)'],
  ],
  ['of Codex at home', 'ollama', { tool: 'codex', installed: ['a'] }, ['opus: a (installed)']],
])('models %s', async (_, provider, given, expected) => {
  expect(await lines(provider, given)).toEqual(expect.arrayContaining(expected));
});

test('what is installed is listed, and who cannot be asked says so', async () => {
  expect(await list('ollama', { installed: ['a'] })).toMatchObject({ installed: ['a'], problem: null });
  expect(await list('ollama', {})).toMatchObject({ installed: null, problem: 'Ollama does not answer' });
  expect(await list('aws', {})).toMatchObject({ installed: null, problem: null });
  const far = { env: { OLLAMA_HOST: 'gpu' }, installed: ['a'] };
  expect(await list('ollama', far)).toMatchObject({
    installed: null,
    problem: 'http://gpu:11434 was not asked: it is not on this machine',
  });
  expect(await list('ollama', { ...far, online: true })).toMatchObject({ installed: ['a'], problem: null });
});

test('an address that makes no sense is a problem, not the end', async () => {
  expect(await list('ollama', { env: { OLLAMA_HOST: 'http://' } })).toMatchObject({
    problem: expect.stringContaining('OLLAMA_HOST is not an address'),
  });
});

test.each([
  ['nobody', 'cc', 'unknown provider "nobody"'],
  ['vercel', 'codex', 'Codex CLI cannot use Vercel AI Gateway'],
] as const)('no models of %s for %s', async (provider, tool, message) => {
  await expect(list(provider, { tool })).rejects.toThrow(message);
});
