import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure, removeHomes } from '../home.ts';
import { projectHome } from './project-home.ts';

afterEach(removeHomes);

const GATEWAY = 'providers: { apikey: { baseUrl: "https://gw.example", models: { opus: big } } }\n';

describe('what needs trust', () => {
  test.each([
    ['an address', GATEWAY, 'providers.apikey.baseUrl, providers.apikey.models'],
    ['a credential', 'providers: { vercel: { token: { file: ./t } } }', 'providers.vercel.token'],
    ['a command', 'providers: { azure: { apiKey: { command: [sh, -c, id] } } }', 'providers.azure.apiKey'],
    ['hooks', 'providers: { ollama: { hooks: { start: [[id]] } } }', 'providers.ollama.hooks'],
    ['variables', 'profiles: { p: { env: { A: "1" } } }', 'profiles.p.env'],
    ['a tool or a model', 'defaults: { tool: codex, model: m }', 'defaults.tool, defaults.model'],
    ['where to go on', 'fallback: [apikey]', 'fallback'],
    [
      'much',
      'profiles: { a: { tier: opus }, b: { tier: opus }, c: { tier: opus }, d: { tier: opus }, e: { tier: opus }, f: { tier: opus } }',
      'profiles.a.tier, profiles.b.tier, profiles.c.tier, profiles.d.tier, profiles.e.tier, and 1 more',
    ],
  ])('%s', async (_what, text, demands) => {
    const home = projectHome();
    home.write(text);
    const { message, hint } = await home.refusal();
    expect(message).toMatch(/\.ai-runnerrc is not trusted, and does more than choose a provider: /);
    expect(message.endsWith(`: ${demands}`)).toBe(true);
    expect(hint).toContain('ai trust');
  });
});

describe('trust', () => {
  test('lets the file refine the providers, until it changes', async () => {
    const home = projectHome();
    home.plant('.ai-runnerrc', 'providers: { apikey: { models: { haiku: small }, title: Mine } }');
    home.write(GATEWAY);
    expect(await home.trust()).toBe(0);
    const { config } = await home.load();
    expect(config.providers.apikey).toEqual({
      title: 'Mine',
      baseUrl: 'https://gw.example',
      models: { haiku: 'small', opus: 'big' },
    });
    home.write(`${GATEWAY}# more\n`);
    expect((await home.refusal()).message).toMatch(/is not trusted/);
  });

  test('lets it choose a tool and a model', async () => {
    const home = projectHome();
    home.write('defaults: { provider: ollama, tool: codex, model: m }');
    await home.trust();
    expect((await home.chosen()).selection).toEqual({ provider: 'ollama', tool: 'codex', model: 'm' });
  });

  test('is bound to the path', async () => {
    const home = projectHome();
    home.write(GATEWAY);
    await home.trust();
    home.write(GATEWAY, 'other/.ai-runnerrc');
    Object.assign(home.world, { cwd: () => join(home.work, 'other') });
    expect((await home.refusal()).message).toMatch(/other\/\.ai-runnerrc is not trusted/);
  });

  test('is refused to a file with mistakes, and says them', async () => {
    const home = projectHome();
    home.write('providers: { apikey: { baseUrl: 3 } }');
    expect((await failure(() => home.trust())).message).toMatch(/:1: providers\.apikey\.baseUrl: expected/);
  });

  test('is refused to a secret in a file that others can read', async () => {
    const home = projectHome();
    home.write('providers: { apikey: { apiKey: sk-literal } }');
    expect((await failure(() => home.trust())).message).toMatch(/a secret is written out/);
  });

  test('is kept where only the user can write', async () => {
    const home = projectHome();
    home.write(GATEWAY);
    await home.trust();
    const folder = join(home.path, '.ai-runner/trust');
    const [file = ''] = readdirSync(folder);
    expect([statSync(folder).mode & 0o777, statSync(join(folder, file)).mode & 0o777]).toEqual([
      0o700, 0o600,
    ]);
  });

  test('that cannot be kept is an error', async () => {
    const home = projectHome({ env: { AI_RUNNER_HOME: '/dev/null/nowhere' } });
    home.write(GATEWAY);
    expect(await failure(() => home.trust())).toMatchObject({
      message: expect.stringMatching(/cannot be kept \(ENOTDIR\)/),
    });
  });

  test.each(['', '{', '[]', '{"path":3}', '{"path":"/elsewhere","content":"x"}'])(
    'a damaged record counts for nothing: %s',
    async (text) => {
      const home = projectHome();
      home.write(GATEWAY);
      await home.trust();
      const folder = join(home.path, '.ai-runner/trust');
      writeFileSync(join(folder, readdirSync(folder)[0] ?? ''), text);
      expect((await home.refusal()).message).toMatch(/is not trusted/);
    },
  );
});

describe('other decisions', () => {
  test('a file that is left out does nothing, whatever it says', async () => {
    const home = projectHome();
    home.write(`defaults: { provider: vertex }\n${GATEWAY}`);
    await home.trust({ action: 'ignore' });
    home.write('defaults: { provider: pro }');
    expect(await home.chosen({ provider: 'apikey' })).toMatchObject({ baseUrl: undefined });
    expect((await home.load()).config.project).toBeUndefined();
  });

  test('each can be taken back', async () => {
    const home = projectHome();
    home.write(GATEWAY);
    await home.trust();
    await home.trust({ action: 'revoke' });
    expect((await home.refusal()).message).toMatch(/is not trusted/);
    await home.trust({ action: 'revoke' });
    expect(home.said.at(-1)).toMatch(/nothing was said about/);
  });

  test('show and list tell, as text and as JSON', async () => {
    const home = projectHome();
    const path = home.write(GATEWAY);
    await home.trust({ action: 'show' });
    expect(home.printed).toEqual([
      `${path}: not trusted\n  providers.apikey.baseUrl\n  providers.apikey.models\n`,
    ]);
    await home.trust();
    await home.trust({ action: 'show', json: true });
    expect(JSON.parse(home.printed.at(-1) ?? '')).toMatchObject({ path, state: 'trusted' });
    await home.trust({ action: 'list' });
    await home.trust({ action: 'list', json: true });
    expect(home.printed.slice(-2)).toEqual([
      `trusted  ${path}\n`,
      `${JSON.stringify([{ path, trusted: true }], null, 2)}\n`,
    ]);
  });

  test('a folder stands for the file in it; without any there is nothing to decide', async () => {
    const home = projectHome();
    home.write(GATEWAY, 'deep/.ai-runnerrc');
    await home.trust({ file: 'deep' });
    expect(home.said.at(-1)).toMatch(/trusted until it changes: .*deep\/\.ai-runnerrc/);
    expect(await failure(() => home.trust())).toMatchObject({
      message: 'there is no .ai-runnerrc of a project here or above',
    });
  });
});

test('a file that nobody may read is an error, not an absence', async () => {
  const home = projectHome();
  chmodSync(home.write(GATEWAY), 0o000);
  const world = { ...home.world.files };
  Object.assign(home.world, {
    files: {
      ...world,
      stat: (path: string) => {
        if (path.endsWith('/work/.ai-runnerrc')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
        return world.stat(path);
      },
    },
  });
  expect((await home.refusal()).message).toMatch(/The project file .* may not be read by you/);
});

describe('what somebody else could have written is not believed', () => {
  test.each([
    ['the program’s folder', '.ai-runner', 0o777],
    ['the folder of the verdicts', '.ai-runner/trust', 0o770],
    ['the verdict', '.ai-runner/trust/VERDICT', 0o666],
  ])('%s', async (_what, place, mode) => {
    const home = projectHome();
    home.write(GATEWAY);
    await home.trust();
    await home.load();
    const [verdict = ''] = readdirSync(join(home.world.home ?? '', '.ai-runner/trust'));
    const path = join(home.world.home ?? '', place.replace('VERDICT', verdict));
    chmodSync(path, mode);
    expect((await home.refusal()).message).toMatch(/is not trusted/);
    if (!place.endsWith('VERDICT'))
      expect(await failure(() => home.trust())).toEqual({
        message: `~/${place} can be changed by other users, who could trust files in your name`,
        hint: `Make it yours alone: chmod 700 ~/${place}`,
      });
  });
});
