import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { removeHomes } from '../home.ts';
import { projectHome } from './project-home.ts';

afterEach(removeHomes);

const OWN = `
defaults: { profile: work, tier: opus, effort: high }
profiles:
  work: { provider: aws, tier: sonnet }
  local: { provider: ollama }
`;

describe('a file that only chooses', () => {
  test.each([
    [
      'a provider',
      'defaults: { provider: vertex }',
      {},
      { provider: 'vertex', tier: 'opus', effort: 'high' },
    ],
    ['a profile', 'defaults: { profile: local }', {}, { profile: 'local', provider: 'ollama', tier: 'opus' }],
    [
      'a tier, over the profile of the user',
      'defaults: { tier: haiku }',
      {},
      { provider: 'aws', tier: 'haiku' },
    ],
    [
      'effort and team',
      'defaults: { effort: low, team: true }',
      {},
      { effort: 'low', team: true, tier: 'sonnet' },
    ],
    [
      'what is asked wins',
      'defaults: { provider: vertex, tier: haiku }',
      { provider: 'pro', tier: 'opus' } as const,
      { provider: 'pro', tier: 'opus' },
    ],
    ['a model that is asked wins over its tier', 'defaults: { tier: haiku }', { model: 'm' }, { model: 'm' }],
  ])('%s', async (_what, text, asked, expected) => {
    const home = projectHome();
    home.plant('.ai-runnerrc', OWN);
    home.write(text);
    expect((await home.chosen(asked)).selection).toMatchObject(expected);
  });

  test('says that it decided, unless something else was asked for', async () => {
    const home = projectHome();
    const path = home.write('defaults: { provider: vertex }');
    expect(await home.chosen()).toMatchObject({ byDefault: false, byProject: path });
    expect(await home.chosen({ provider: 'aws' })).toMatchObject({ byDefault: false, byProject: undefined });
  });

  test('an unknown name is an error in that file', async () => {
    const home = projectHome();
    home.write('defaults: { provider: awss }');
    expect((await home.refusal()).message).toMatch(
      /work\/\.ai-runnerrc:1: defaults\.provider: there is no provider "awss"/,
    );
  });

  test('needs trust when other users can change it', async () => {
    const home = projectHome();
    home.write('defaults: { provider: vertex }');
    chmodSync(join(home.work, '.ai-runnerrc'), 0o666);
    expect((await home.refusal()).message).toMatch(/is not trusted.*: other users can change the file/);
  });
});

describe('which file', () => {
  test('the nearest above the working directory', async () => {
    const home = projectHome();
    const inner = join(home.work, 'a/b');
    mkdirSync(inner, { recursive: true });
    home.write('defaults: { provider: vertex }');
    Object.assign(home.world, { cwd: () => inner });
    expect((await home.chosen()).selection.provider).toBe('vertex');
    home.write('defaults: { provider: pro }', 'a/.ai-runnerrc');
    expect((await home.chosen()).selection.provider).toBe('pro');
  });

  test('not the user’s own, by whatever way', async () => {
    const home = projectHome();
    home.plant('.ai-runnerrc', 'providers: { apikey: { baseUrl: "https://own.example" } }');
    symlinkSync(home.path, join(home.work, 'link'));
    for (const cwd of [home.path, join(home.work, 'link')]) {
      Object.assign(home.world, { cwd: () => cwd });
      expect(await home.chosen({ provider: 'apikey' })).toMatchObject({ baseUrl: 'https://own.example' });
    }
  });

  test('none above a working directory that is gone', async () => {
    const home = projectHome();
    home.write('defaults: { provider: vertex }');
    Object.assign(home.world, { cwd: () => undefined });
    expect((await home.load()).config.project).toBeUndefined();
  });
});
