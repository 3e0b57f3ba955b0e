import * as fs from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../../src/config/load.ts';
import type { World } from '../../../src/world.ts';
import { keptFiles, onlyKept } from '../../support/kept.ts';
import { BUILTIN, type Home, removeHomes } from './home.ts';
import { falsified, homeWith, load, recalled } from './kept-home.ts';

afterEach(removeHomes);

const SOMEBODY = 12_345;

const TEXT = `
defaults: { tool: cc, provider: aws, profile: toString, team: false, effort: high }
fallback: [aws, mygw]
hooks: { start: [[echo, hello]] }
prompt: { format: "{model}", symbols: { api: "$" }, colors: { api: red, local: 0 } }
profiles:
  toString: { provider: aws, tier: opus, region: eu-west-1, awsProfile: AdministratorAccess-123456789012 }
  10: { tier: haiku }
  b: &b { models: { opus: big, haiku: small } }
  a: *b
providers:
  vertex: { project: my-project, region: global, skipAuth: true, baseUrl: null }
  aws:    { region: us-west-2, modelPrefix: us, models: { opus: us.anthropic.claude-opus-4-5-20251101-v1:0 }, smallModel: small }
  apikey: { apiKey: { env: ANTHROPIC_API_KEY } }
  azure:  { resource: my-resource, apiKey: { command: [pass, show, azure] } }
  vercel: { token: { file: ~/.secrets/vercel } }
  ollama: { baseUrl: "http://localhost:11434", hooks: { cleanup: [[ollama, stop, qwen3-coder]] } }
  mygw:   { type: anthropic, title: "My gateway", payer: api, baseUrl: "https://gw.example/anthropic", token: { keychain: { service: gw, account: me } } }
`;

const isBare = (record: object): boolean => Object.getPrototypeOf(record) === null;

describe('what comes back', () => {
  test.each([
    ['YAML', TEXT],
    [
      'JSON',
      '{ "profiles": { "toString": { "tier": "opus" }, "9": {} }, "defaults": { "profile": "toString" } }',
    ],
    ['a byte order mark', '\uFEFFdefaults: { tier: opus }\n'],
    ['other line ends', 'defaults:\r\n  tier: opus\r\n'],
    ['characters of two words', 'providers: { aws: { awsProfile: "\u{1F600}" } } # \u{1F600}\n'],
    ['nothing but a comment', '# to do\n'],
  ])('is what went in: %s', async (_what, text) => {
    const home = homeWith(text);
    const first = await load(home);
    const second = recalled(home);
    expect(second).toStrictEqual(first);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect([second?.profiles, second?.providers].map((each) => isBare(each ?? {}))).toEqual([true, true]);
    expect(await load(home)).toStrictEqual(first);
  });

  test('is what went in: bytes that are no UTF-8', async () => {
    const home = homeWith('');
    fs.writeFileSync(home.file, Buffer.from('defaults: { tier: opus } # \xff\xfe\n', 'latin1'));
    const first = await load(home);
    expect(recalled(home)).toStrictEqual(first);
  });

  test('has no names that nobody wrote', async () => {
    const home = homeWith('defaults: { tier: opus }\n');
    await load(home);
    expect(recalled(home)?.profiles.constructor).toBeUndefined();
  });

  test('comes with the warning about a second file', async () => {
    const home = homeWith('defaults: { tier: opus }\n');
    await load(home);
    home.plant('.ai-runnerrc.json', '{}');
    const { warnings } = await loadConfig(home.world, BUILTIN);
    expect(warnings).toEqual([expect.stringContaining('more than one configuration')]);
  });
});

describe('is asked only about', () => {
  test('the same text: one byte more or less matters, its time does not', async () => {
    const home = await falsified();
    const { atime, mtime } = fs.statSync(home.file);
    fs.writeFileSync(home.file, 'defaults: { tier: best }\n'.replace('best', 'high'));
    fs.utimesSync(home.file, atime, mtime);
    await expect(load(home)).rejects.toThrow('high');
    fs.writeFileSync(home.file, 'defaults: { team: true }\n');
    fs.utimesSync(home.file, atime, mtime);
    expect((await load(home)).defaults).toEqual({ team: true });
    fs.writeFileSync(home.file, 'defaults: { tier: opus }\n');
    expect((await load(home)).defaults).toEqual({ tier: 'opus' });
  });

  test.each(['defaults: { tier: opus } \n', 'defaults: { tier: opus }', '\ndefaults: { tier: opus }\n'])(
    'not %j',
    async (text) => {
      const home = await falsified();
      fs.writeFileSync(home.file, text);
      expect((await load(home)).defaults.tier).toBe('opus');
    },
  );

  test('the same build', async () => {
    const home = await falsified();
    const config = await loadConfig({ ...home.world, build: 'two' }, BUILTIN);
    expect(config.config.defaults.tier).toBe('opus');
  });

  test('the same path, whatever the file is called', async () => {
    const home = await falsified();
    const content = fs.readFileSync(onlyKept(home.path));
    const other = home.plant('other', 'defaults: { tier: opus }\n');
    const world: World = { ...home.world, env: { AI_RUNNER_CONFIG: other } };
    await loadConfig(world, BUILTIN);
    for (const path of keptFiles(home.path)) fs.writeFileSync(path, content);
    expect((await loadConfig(world, BUILTIN)).config.defaults.tier).toBe('opus');
  });

  test('by a program that was built', async () => {
    const home = await falsified();
    const { build: _, ...source } = home.world;
    expect((await loadConfig(source, BUILTIN)).config.defaults.tier).toBe('opus');
    fs.rmSync(onlyKept(home.path));
    await loadConfig(source, BUILTIN);
    expect(keptFiles(home.path)).toEqual([]);
  });
});

describe('where nothing can be kept', () => {
  test.each<[string, (home: Home) => World]>([
    ['a relative folder', ({ world }) => ({ ...world, env: { AI_RUNNER_HOME: 'runner' } })],
    [
      'a folder without a parent',
      ({ world, path }) => ({ ...world, env: { AI_RUNNER_HOME: `${path}/no/at/all` } }),
    ],
    ['a file in the way', ({ world, plant }) => ({ ...world, env: { AI_RUNNER_HOME: plant('file', '') } })],
    ['/proc', ({ world }) => ({ ...world, env: { AI_RUNNER_HOME: '/proc/self' } })],
    ['a platform without user ids', ({ world }) => ({ ...world, uid: -1 })],
    [
      'a home of somebody else',
      (home) => {
        fs.chownSync(home.path, SOMEBODY, SOMEBODY);
        return home.world;
      },
    ],
  ])('%s', async (_where, change) => {
    const home = homeWith('defaults: { tier: opus }\n');
    const world = change(home);
    for (const _round of [1, 2])
      expect((await loadConfig(world, BUILTIN)).config.defaults).toEqual({ tier: 'opus' });
    for (const name of ['.ai-runner', 'no']) expect(fs.existsSync(join(home.path, name))).toBe(false);
    expect(fs.readdirSync(home.work)).toEqual([]);
  });

  test('a blank file', async () => {
    const home = homeWith(' \n\n');
    await load(home);
    expect(keptFiles(home.path)).toEqual([]);
  });
});

test('any number of configurations leaves a few files', async () => {
  const home = homeWith('');
  for (let index = 0; index < 60; index++) {
    const path = home.plant(`configs/${index}.yaml`, `defaults: { tier: opus } # ${index}\n`);
    await loadConfig({ ...home.world, env: { AI_RUNNER_CONFIG: path } }, BUILTIN);
  }
  expect(keptFiles(home.path).length).toBeGreaterThan(8);
  expect(keptFiles(home.path).length).toBeLessThanOrEqual(16);
});
