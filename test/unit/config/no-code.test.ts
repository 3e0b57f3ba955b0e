import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { loadConfig } from '../../../src/config/load.ts';
import { BUILTIN, makeHome, removeHomes } from './home.ts';

const before = process.cwd();

afterEach(() => {
  process.chdir(before);
  removeHomes();
});

const put = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode: 0o600 });
};

/** Code wherever a configuration search of cosmiconfig looks for it; each piece leaves `proof` when it runs. */
const setTraps = (folder: string, proof: string): void => {
  const code = `require('node:fs').writeFileSync(${JSON.stringify(proof)}, ''); module.exports = {};`;
  for (const name of [
    '.config/config.js',
    '.config/config.cjs',
    '.ai-runnerrc.js',
    '.ai-runnerrc.cjs',
    '.config/ai-runnerrc.js',
  ]) {
    put(join(folder, name), code);
  }
  put(join(folder, 'package.json'), JSON.stringify({ cosmiconfig: { searchPlaces: ['.ai-runnerrc.js'] } }));
};

const arrange = () => {
  const home = makeHome();
  const proof = join(home.path, 'code-ran');
  for (const folder of [home.path, home.work]) setTraps(folder, proof);
  process.chdir(home.work);
  return { home, proof };
};

const SEARCH = `require(${JSON.stringify(createRequire(__filename).resolve('cosmiconfig'))}).cosmiconfigSync('ai-runner').search()`;

test('the traps are real: a plain cosmiconfig search in the working directory runs them', () => {
  const { home, proof } = arrange();
  spawnSync(process.execPath, ['-e', SEARCH], { cwd: home.work });
  expect(existsSync(proof)).toBe(true);
});

test.each([
  ['no file', undefined],
  ['a YAML file', 'defaults: { tier: opus }'],
  ['a JSON file', '{"defaults": {"tier": "opus"}}'],
  ['a broken file', 'defaults: ['],
])('with %s, no code of the home or working folder runs', async (_what, text) => {
  const { home, proof } = arrange();
  if (text !== undefined) home.plant('.ai-runnerrc', text);
  const { path } = await loadConfig(home.world, BUILTIN).catch(() => ({ path: 'refused' }));
  expect([path === undefined, existsSync(proof)]).toEqual([text === undefined, false]);
});

test.each(['.js', '.cjs', '.mjs', '.ts'])(
  'a file named by AI_RUNNER_CONFIG is data, also with %s',
  async (extension) => {
    const { home, proof } = arrange();
    const file = home.plant(`rc${extension}`, '{"defaults": {"tier": "opus"}}');
    const world = { ...home.world, env: { AI_RUNNER_CONFIG: file } };
    expect((await loadConfig(world, BUILTIN)).config.defaults).toEqual({ tier: 'opus' });
    setTraps(home.path, proof);
    put(file, `require('node:fs').writeFileSync(${JSON.stringify(proof)}, '')`);
    await expect(loadConfig(world, BUILTIN)).rejects.toThrow('rc');
    expect(existsSync(proof)).toBe(false);
  },
);
