import { lmstudio } from '../../../src/providers/lmstudio.ts';
import { ollama } from '../../../src/providers/ollama.ts';
import type { Provider } from '../../../src/providers/provider.ts';
import { context, shownSetup } from './context.ts';

const INSTALLED = { localModels: ['qwen3-coder:latest'] };

const bypasses: [string, Record<string, string>, string | undefined][] = [
  ['no proxy', { NO_PROXY: 'a' }, undefined],
  ['empty proxy', { HTTP_PROXY: '' }, undefined],
  ['HTTP_PROXY', { HTTP_PROXY: 'http://p:1' }, '127.0.0.1,localhost,::1'],
  ['all_proxy', { all_proxy: 'http://p:1' }, '127.0.0.1,localhost,::1'],
  [
    'both lists of the caller',
    { https_proxy: 'http://p:1', NO_PROXY: 'a, localhost,', no_proxy: 'b' },
    'a,localhost,b,127.0.0.1,::1',
  ],
  [
    'another loopback address',
    { HTTP_PROXY: 'p', OLLAMA_HOST: '127.0.0.2' },
    '127.0.0.1,localhost,::1,127.0.0.2',
  ],
  ['IPv6 loopback', { HTTP_PROXY: 'p', OLLAMA_HOST: '[::1]' }, '127.0.0.1,localhost,::1'],
  ['server elsewhere', { HTTP_PROXY: 'http://p:1', OLLAMA_HOST: 'gpu' }, undefined],
  ['a name that begins like loopback', { HTTP_PROXY: 'p', OLLAMA_HOST: '127.example' }, undefined],
];

test.each(bypasses)('proxy bypass: %s', (_, env, list) => {
  const entries = shownSetup(ollama.setup(context({ env, facts: INSTALLED }))).env;
  expect([entries.NO_PROXY, entries.no_proxy]).toEqual([list, list]);
});

const probes: [string, Provider, string, unknown, string[]][] = [
  [
    'Ollama',
    ollama,
    'http://localhost:11434/api/tags',
    {
      models: [
        { name: 'nomic-embed-text:latest' },
        { name: 'qwen3:8b' },
        { name: 'all-minilm' },
        { name: 'b' },
      ],
    },
    ['qwen3:8b', 'b'],
  ],
  [
    'LM Studio',
    lmstudio,
    'http://localhost:1234/v1/models',
    { data: [{ id: 'text-embedding-nomic' }, { id: 'baai/bge-m3' }, { id: 'openai/gpt-oss-20b' }] },
    ['openai/gpt-oss-20b'],
  ],
];

test.each(probes)('probe of %s', (_, provider, url, body, models) => {
  const probe = provider.probe?.({}, {});
  expect(probe?.url).toBe(url);
  expect(probe?.read(body)).toEqual(models);
});

test.each([
  ['another object', {}],
  ['no object', null],
  ['no names', { models: [{}], data: [{}] }],
  ['numbers', { models: [{ name: 1 }], data: [{ id: 1 }] }],
])('an answer of another shape: %s', (_, body) => {
  for (const { probe } of [ollama, lmstudio]) expect(() => probe?.({}, {}).read(body)).toThrow(TypeError);
});

test('each server has its own address variable', () => {
  const env = { OLLAMA_HOST: 'a', LMSTUDIO_HOST: 'b' };
  const urls = [ollama, lmstudio].map(({ probe }) => probe?.(env, {}).url);
  expect(urls).toEqual(['http://a:11434/api/tags', 'http://b:1234/v1/models']);
});

test('the probe asks where the session will go', () => {
  expect(ollama.probe?.({ OLLAMA_HOST: ':99' }, {}).url).toBe('http://localhost:99/api/tags');
  const settings = { baseUrl: 'http://gpu:1/v1' };
  expect(lmstudio.probe?.({ LMSTUDIO_HOST: 'x' }, settings).url).toBe('http://gpu:1/v1/models');
});
