import { statSync } from 'node:fs';
import type { Selection } from '../../../src/plan/selection.ts';
import { removeHomes } from '../config/home.ts';
import { failure } from '../script/failure.ts';
import { ask, clearDefault, NAME, realHome, said, setDefault, textOf } from './default-home.ts';

afterEach(removeHomes);

const CONFIG = `profiles:
  work: { provider: aws, tier: opus }
  thrifty: { effort: low }
providers:
  mygw: { type: anthropic, title: My gateway, baseUrl: "https://gw.example" }
`;

/** A home with this line of defaults; asks, and tells the line afterwards and what was said. */
const line = async (defaults: string, asked: Selection | 'clear'): Promise<readonly [string, string]> => {
  const home = realHome();
  home.plant(NAME, CONFIG + (defaults && `defaults: { ${defaults} }\n`));
  await (asked === 'clear' ? clearDefault(home) : setDefault(home, asked));
  const text = textOf(home);
  expect(text.startsWith(CONFIG)).toBe(true);
  return [/^defaults: \{ (.*) \}\n$/.exec(text.slice(CONFIG.length))?.[1] ?? '', said(home)];
};

type Choice = readonly [before: string, asked: Selection | 'clear', after: string, told: string];

const CHOICES: readonly Choice[] = [
  ['', { provider: 'aws', tier: 'opus' }, 'provider: aws, tier: opus', 'AWS Bedrock, opus'],
  [
    '',
    { tool: 'codex', provider: 'apikey', model: 'gpt-x', effort: 'high', team: true },
    'tool: codex, provider: apikey, model: gpt-x, team: true, effort: high',
    'Codex CLI, Anthropic API, gpt-x, effort high, agent teams on',
  ],
  ['', { provider: 'mygw' }, 'provider: mygw', 'My gateway'],
  ['', { provider: 'Ollama' }, 'provider: ollama', 'Ollama'],
  ['', { provider: 'aws', profile: 'work' }, 'provider: aws, profile: work', 'profile work, AWS Bedrock'],
  ['provider: vertex', { tier: 'haiku' }, 'provider: vertex, tier: haiku', 'Google Vertex AI, haiku'],
  ['profile: work', { provider: 'vertex' }, 'provider: vertex', 'Google Vertex AI'],
  ['provider: vertex', { profile: 'work' }, 'profile: work', 'profile work'],
  [
    'provider: vertex',
    { profile: 'thrifty' },
    'provider: vertex, profile: thrifty',
    'profile thrifty, Google Vertex AI',
  ],
  ['', { model: 'a\u202eb' }, 'model: a\u202eb', 'a\\u202eb'],
  ['model: big', { tier: 'fable' }, 'tier: fable', 'fable'],
  ['tier: opus', { model: 'big' }, 'model: big', 'big'],
  ['provider: aws, model: big', { provider: 'vertex' }, 'provider: vertex', 'Google Vertex AI'],
  ['provider: vertex, model: big', { profile: 'work' }, 'profile: work', 'profile work'],
  [
    'provider: aws, model: big',
    { provider: 'aws', team: false },
    'provider: aws, model: big, team: false',
    'AWS Bedrock, big, agent teams off',
  ],
  ['provider: aws, x: 1, tier: opus', 'clear', 'x: 1', 'none'],
  ['profile: work, model: big, effort: low, team: true, tool: cc', 'clear', '', 'none'],
  ['', 'clear', '', 'none'],
];

test.each(CHOICES)('defaults { %s }, asked for %j: { %s }', async (before, asked, after, told) => {
  expect(await line(before, asked)).toEqual([after, `ai: default: ${told} (~/.ai-runnerrc)\n`]);
});

type Refusal = readonly [what: string, defaults: string, asked: Selection, code: number, message: string];

const REFUSALS: readonly Refusal[] = [
  ['no choice', '', {}, 2, '--set-default has nothing to keep'],
  ['an account', '', { provider: 'aws', region: 'eu-west-1' }, 2, '--set-default cannot keep --region'],
  ['an unknown provider', '', { provider: 'awss' }, 2, 'unknown provider "awss"'],
  ['an unknown profile', '', { profile: 'wrok' }, 2, 'unknown profile "wrok"'],
  [
    'a profile of another provider',
    '',
    { provider: 'vertex', profile: 'work' },
    2,
    'provider vertex and profile "work" (aws) exclude each other',
  ],
  ['a profile without any provider', '', { profile: 'thrifty' }, 2, 'no provider is chosen'],
  [
    'a tool for another provider',
    'provider: vertex',
    { tool: 'codex' },
    2,
    'Codex CLI cannot use Google Vertex AI',
  ],
  [
    'a model that may not stand there',
    '',
    { model: 'a\nb' },
    2,
    'the default cannot be kept: defaults.model: must not contain control characters or line ends',
  ],
];

test.each(REFUSALS)(
  '%s is refused before anything is written',
  async (_what, defaults, asked, code, message) => {
    const home = realHome();
    const path = home.plant(NAME, `${CONFIG}defaults: { ${defaults} }\n`);
    const before = statSync(path);
    expect(await failure(() => setDefault(home, asked))).toMatchObject({ code, message });
    expect(statSync(path)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    expect(home.said).toEqual([]);
  },
);

test('what no run could use is refused although the profile in force hides it', async () => {
  const home = realHome();
  const text = 'profiles: { p: { tool: cc, provider: vertex } }\ndefaults: { tool: codex, profile: p }\n';
  home.plant(NAME, text);
  expect(await failure(() => setDefault(home, { provider: 'vertex' }))).toMatchObject({
    message: 'Codex CLI cannot use Google Vertex AI',
  });
  expect(textOf(home)).toBe(text);
});

test('both flags at once are refused', async () => {
  const home = realHome();
  const both = { setDefault: true, clearDefault: true, selection: { provider: 'aws' } };
  expect((await failure(() => ask(home, both))).message).toMatch(/exclude each other/);
});

test('quiet says nothing', async () => {
  const home = realHome();
  await ask(home, { setDefault: true, quiet: true, selection: { provider: 'aws' } });
  expect([textOf(home), said(home)]).toEqual(['defaults: { provider: aws }\n', '']);
});

test('without a home folder there is no place', async () => {
  const home = realHome({ home: undefined });
  expect(await failure(() => setDefault(home, { tier: 'opus' }))).toMatchObject({
    hint: 'Set HOME or AI_RUNNER_CONFIG.',
  });
});
