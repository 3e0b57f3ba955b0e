import { TIERS } from '../../../src/plan/selection.ts';
import { lmstudio } from '../../../src/providers/lmstudio.ts';
import { ollama } from '../../../src/providers/ollama.ts';
import type { Provider, ProviderContext } from '../../../src/providers/provider.ts';
import { context, type Expected, refusal, shownSetup } from './context.ts';

const INSTALLED = { localModels: ['qwen3-coder:latest', 'gpt-oss:20b'] };
const AT_HOME = { ANTHROPIC_BASE_URL: 'http://localhost:11434', ANTHROPIC_AUTH_TOKEN: 'ollama' };

const rows: [string, Provider, Partial<ProviderContext>, Expected][] = [
  [
    'first installed model',
    ollama,
    { facts: INSTALLED },
    {
      env: AT_HOME,
      auth: 'None (local)',
      model: 'qwen3-coder:latest',
      models: {},
      warnings: [],
    },
  ],
  [
    'LM Studio',
    lmstudio,
    { facts: { localModels: ['openai/gpt-oss-20b'] } },
    {
      env: { ANTHROPIC_BASE_URL: 'http://localhost:1234', ANTHROPIC_AUTH_TOKEN: 'lmstudio' },
      model: 'openai/gpt-oss-20b',
    },
  ],
  [
    'address of the caller',
    ollama,
    { facts: INSTALLED, env: { OLLAMA_HOST: '0.0.0.0:8080' } },
    { env: { ...AT_HOME, ANTHROPIC_BASE_URL: 'http://127.0.0.1:8080' } },
  ],
  [
    'configured address and token',
    ollama,
    {
      facts: INSTALLED,
      env: { OLLAMA_HOST: 'elsewhere' },
      settings: { baseUrl: 'http://gpu:11434/v1/', token: { file: '/t' } },
    },
    { env: { ANTHROPIC_BASE_URL: 'http://gpu:11434', ANTHROPIC_AUTH_TOKEN: 'secret {"file":"/t"}' } },
  ],
  [
    'exact model needs no server and leaves the tiers',
    ollama,
    { model: 'mine', settings: { models: { opus: 'big' } } },
    { model: 'mine', models: { opus: 'big' }, warnings: [] },
  ],
  [
    'tier in the configuration before the variable',
    ollama,
    {
      facts: { localModels: ['big', 'mid', 'low'] },
      tier: 'sonnet',
      settings: { models: { sonnet: 'mid' } },
      env: { OLLAMA_MODEL_MID: 'other', OLLAMA_MODEL_HIGH: 'big', OLLAMA_MODEL_LOW: 'low' },
    },
    {
      model: 'mid',
      models: { fable: 'big', opus: 'big', sonnet: 'mid', haiku: 'low' },
      smallModel: 'low',
      warnings: [],
    },
  ],
  [
    'variable of the tier before the configured model of another',
    lmstudio,
    {
      facts: { localModels: ['a', 'b'] },
      tier: 'haiku',
      settings: { models: { opus: 'a' } },
      env: { LMSTUDIO_MODEL_LOW: 'b' },
    },
    { model: 'b', models: { opus: 'a', haiku: 'b' } },
  ],
  [
    'configured model of another tier before one of a variable',
    ollama,
    {
      facts: { localModels: ['a', 'b'] },
      tier: 'sonnet',
      settings: { models: { haiku: 'a' } },
      env: { OLLAMA_MODEL_HIGH: 'b' },
    },
    { model: 'a' },
  ],
  [
    'any variable',
    ollama,
    { facts: { localModels: ['a', 'b'] }, env: { OLLAMA_MODEL_LOW: 'b' } },
    { model: 'b' },
  ],
  [
    'a configured model counts with and without :latest',
    ollama,
    { facts: INSTALLED, settings: { models: { opus: 'qwen3-coder', haiku: 'gpt-oss' } } },
    {
      model: 'qwen3-coder',
      warnings: [
        expect.stringMatching(/does not list the model gpt-oss\..*ollama pull/) as unknown as string,
      ],
    },
  ],
  [
    'without a tier the variable of Opus before the configured model of another',
    ollama,
    {
      facts: { localModels: ['a', 'b'] },
      settings: { models: { haiku: 'a' } },
      env: { OLLAMA_MODEL_HIGH: 'b' },
    },
    { model: 'b', smallModel: 'a' },
  ],
  [
    'a small model that is not installed',
    ollama,
    { facts: INSTALLED, settings: { smallModel: 'gone' } },
    { warnings: [expect.stringContaining('the model gone') as unknown as string] },
  ],
  [
    'configured small model',
    ollama,
    { facts: INSTALLED, settings: { smallModel: 'gpt-oss:20b' } },
    { model: 'qwen3-coder:latest', smallModel: 'gpt-oss:20b', warnings: [] },
  ],
];

test.each(rows)('%s', (_, provider, parts, expected) => {
  const setup = shownSetup(provider.setup(context(parts)));
  expect(setup).toMatchObject(expected);
  if (expected.env) expect(setup.env).toEqual(expected.env);
  if (expected.models) expect(setup.models).toEqual(expected.models);
});

test.each([
  ['fable', 'haiku', 'haiku'],
  ['haiku', 'sonnet', 'sonnet'],
  ['sonnet', 'opus', 'opus'],
] as const)('of %s and %s, %s stands in for a tier without a model', (a, b, chosen) => {
  const missing = TIERS.find((tier) => tier !== a && tier !== b);
  const settings = { models: { [a]: a, [b]: b } };
  const setup = ollama.setup(context({ facts: { localModels: [a, b] }, tier: missing, settings }));
  expect(setup.model).toBe(chosen);
});

test('the small model is left out where it is the main one', () => {
  expect(ollama.setup(context({ facts: INSTALLED }))).not.toHaveProperty('smallModel');
  const settings = { models: { haiku: 'gpt-oss:20b' } };
  expect(ollama.setup(context({ facts: INSTALLED, tier: 'haiku', settings }))).not.toHaveProperty(
    'smallModel',
  );
});

const errors: [string, Provider, Partial<ProviderContext>, RegExp][] = [
  ['Ollama is down', ollama, {}, /Ollama does not answer at http:\/\/localhost:11434.*`ollama serve`/s],
  [
    'Ollama is down, a model configured',
    ollama,
    { settings: { models: { opus: 'a' } }, env: { OLLAMA_HOST: 'gpu' } },
    /http:\/\/gpu:11434.*`ollama serve`/s,
  ],
  [
    'LM Studio is down',
    lmstudio,
    {},
    /LM Studio does not answer at http:\/\/localhost:1234.*`lms server start`/s,
  ],
  ['no models', ollama, { facts: { localModels: [] } }, /no models.*`ollama pull /s],
  ['no models in LM Studio', lmstudio, { facts: { localModels: [] } }, /no models.*`lms get /s],
  [
    'empty token',
    ollama,
    { facts: INSTALLED, settings: { token: { literal: '' } } },
    /providers\.ollama\.token is empty/,
  ],
];

test.each(errors)('error: %s', (_, provider, parts, pattern) => {
  const told = refusal(provider, parts);
  expect(told).toMatch(pattern);
  expect(told).toMatch(/\n1$/);
});
