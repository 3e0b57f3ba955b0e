import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { allProviders, findProvider, PROVIDERS } from '../../../src/providers/index.ts';
import type { Provider } from '../../../src/providers/provider.ts';

const FOLDER = join(__dirname, '../../../src/providers');

const isProvider = (value: unknown): value is Provider =>
  typeof value === 'object' && value !== null && 'setup' in value && 'flags' in value;

test('every file that exports a provider is in the list, and nothing else is', () => {
  const files = readdirSync(FOLDER).filter((name) => name !== 'index.ts');
  const modules = files.map((name) => jest.requireActual<object>(join(FOLDER, name)));
  const found = modules.flatMap((exports) => Object.values(exports)).filter(isProvider);
  expect(found.map(({ id }) => id).sort()).toEqual(PROVIDERS.map(({ id }) => id).sort());
  const named = PROVIDERS.filter(({ id }) => files.includes(`${id}.ts`));
  expect(named).toEqual(PROVIDERS);
});

test('no word chooses two providers', () => {
  const words = PROVIDERS.flatMap(({ title, flags }) => [...new Set([title.toLowerCase(), ...flags])]);
  expect(words).toHaveLength(new Set(words).size);
  expect(PROVIDERS.map(({ id, flags }) => [id, flags[0]])).toEqual(PROVIDERS.map(({ id }) => [id, id]));
});

const SECTIONS = {
  aws: { region: 'eu-west-1' },
  mygw: { type: 'anthropic', title: 'My gateway', baseUrl: 'https://gw.example' },
  untyped: { baseUrl: 'https://gw.example' },
  ollama: { type: 'anthropic', title: 'Not Ollama' },
} as const;

test.each([
  ['aws', 'aws'],
  ['AWS', 'aws'],
  ['aws bedrock', 'aws'],
  ['ol', 'ollama'],
  ['Lm', 'lmstudio'],
  ['LM STUDIO', 'lmstudio'],
  ['mygw', 'mygw'],
  ['MyGw', 'mygw'],
  ['my gateway', 'mygw'],
  ['untyped', undefined],
  ['Not Ollama', undefined],
  ['', undefined],
  ['constructor', undefined],
])('%j finds %s', (word, id) => {
  expect(findProvider(word, allProviders(SECTIONS))?.id).toBe(id);
});

test('built-in providers come first, configured ones in their order', () => {
  const ids = allProviders({ b: { type: 'anthropic' }, a: { type: 'anthropic' } }).map(({ id }) => id);
  expect(ids).toEqual([...PROVIDERS.map(({ id }) => id), 'b', 'a']);
});

test('a configured provider names the variables of its secrets', () => {
  const sections = {
    a: { type: 'anthropic', token: { env: 'A_TOKEN' } },
    b: { type: 'anthropic', apiKey: { file: '/k' } },
  } as const;
  const [a, b] = allProviders(sections).slice(PROVIDERS.length);
  expect([a?.credentials, b?.credentials]).toEqual([['A_TOKEN'], []]);
});
