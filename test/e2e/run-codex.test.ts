import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { arrivals, credentials, shown } from '../support/arrivals.ts';
import { callerEnv, foreignWords } from '../support/client-session.ts';
import { configure, useStage } from '../support/client-stage.ts';
import { codex, quietCodex } from '../support/clients.ts';
import { inWork } from '../support/fake-tool.ts';
import { expectClean, processesWith, until } from '../support/run-sandbox.ts';
import { doRun, installClient, runEnv, startRun, userTexts } from '../support/run-stage.ts';
import { openScreen } from '../support/tmux.ts';
import { bearer } from '../support/ways/way.ts';

const stage = useStage();

const PROMPT = 'is "ping" $HOME or `pong`?';
const STORED = '{"auth_mode":"apikey","OPENAI_API_KEY":"settings-stored-key"}';

/** The address of a service is fixed; a flag of Codex's own leads it to the stage's server. */
const toServer = (): readonly string[] => [
  '-c',
  `model_providers.ai-runner.base_url="${stage.server.url}/v1"`,
];

const local = (name: string) => ({
  flags: [`--${name}`],
  env: (url: string) => ({ OLLAMA_HOST: url, LMSTUDIO_HOST: url, NO_PROXY: undefined }),
  requests: ['POST /v1/responses'],
  credentials: {},
});

const WAYS = {
  apikey: {
    flags: ['--apikey'],
    env: () => ({ OPENAI_API_KEY: 'own-openai-key', CODEX_API_KEY: undefined }),
    requests: ['POST /v1/responses'],
    credentials: bearer('own-openai-key'),
  },
  azure: {
    flags: ['--azure'],
    env: () => ({ AZURE_OPENAI_API_KEY: 'own-azure-key' }),
    requests: ['POST /v1/responses'],
    credentials: bearer('own-azure-key'),
  },
  ollama: local('ollama'),
  lmstudio: local('lmstudio'),
} as const;

const MODES = [
  ['a prompt file', ['task.md'], undefined],
  ['a piped prompt', [], PROMPT],
  ['a prompt file, live', ['--live', 'task.md'], undefined],
] as const;

const CASES = Object.entries(WAYS).flatMap(([name, way]) =>
  MODES.map(([mode, words, stdin]) => [name, mode, way, words, stdin] as const),
);

/** Every file that the user had there, by its content. */
const hashes = (folder: string, names: readonly string[]): string[] =>
  names.map((name) => {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    return `${name} ${statSync(join(folder, name)).mode.toString(8)} ${hash}`;
  });

const folder = (): string => join(stage.box.home, '.codex');

beforeEach(() => {
  quietCodex(stage.box.home);
  stage.box.plant('.codex/auth.json', STORED);
  installClient(stage, codex(), 'codex');
  configure(stage, { azure: { resource: 'own-resource' } });
  inWork(stage.box, 'task.md', PROMPT);
});

afterEach(async () => {
  await expectClean(stage.box);
  await until('no program of this run is left', () => processesWith(stage.box.root).length === 0).catch(
    () => undefined,
  );
  expect(processesWith(stage.box.root)).toEqual([]);
});

test.each(CASES)('%s, %s', async (_name, _mode, way, words, stdin) => {
  const files = readdirSync(folder());
  const before = hashes(folder(), files);
  const { flags, env } = way;
  const isService = !('OLLAMA_HOST' in env(''));
  const args = ['--codex', ...flags, ...(isService ? toServer() : []), ...words];
  const caller = { ...callerEnv(stage), ...env(stage.server.url) };
  const end = await doRun(stage, args, { env: caller, ...(stdin && { stdin }) });
  expect(end).toMatchObject({ status: 0, stdout: 'PONG\n', stderr: expect.stringMatching(/^ai: Codex/m) });
  expect(stage.server.turns.map((turn) => userTexts(turn).at(-1))).toEqual([PROMPT]);
  expect(stage.server.turns.map(credentials)).toEqual([way.credentials]);
  expect(arrivals(stage.server.turns)).toEqual(way.requests);
  expect(arrivals(stage.hostile.requests)).toEqual([]);
  expect(shown(stage.server.requests, foreignWords(stage))).toEqual([]);
  expect(JSON.stringify(stage.server.requests)).not.toContain('settings-stored-key');
  expect(hashes(folder(), files)).toEqual(before);
});

const OLLAMA = ['--codex', '--ollama'] as const;
const localEnv = () => ({ OLLAMA_HOST: stage.server.url });

test('a stdin that stays open does not keep it waiting', async () => {
  const end = await doRun(stage, [...OLLAMA, 'task.md'], { env: localEnv(), stdin: { open: true } });
  expect(end).toMatchObject({ status: 0, stdout: 'PONG\n' });
});

test.each([
  ['print', []],
  ['live', ['--live']],
])('a refused request is status 1 and no answer: %s', async (_mode, more) => {
  stage.server.answer({ status: 400 }, Number.POSITIVE_INFINITY);
  const end = await doRun(stage, [...OLLAMA, ...more, 'task.md'], { env: localEnv() });
  expect(end).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('400') });
});

test('SIGINT ends a live run with the status that Codex gives, and Codex with it', async () => {
  stage.server.answer({ delayMs: 30_000 });
  const run = startRun(stage, [...OLLAMA, '--live', 'task.md'], { env: localEnv(), detached: true });
  await until('the question arrived', () => stage.server.turns.length === 1);
  process.kill(-run.pid, 'SIGINT');
  expect(await run.ended).toMatchObject({ status: 1, stdout: '' });
});

test('its terminal interface leaves no background server behind', async () => {
  stage.box.plant(
    '.codex/config.toml',
    `check_for_update_on_startup = false\n[projects."${stage.box.work}"]\ntrust_level = "trusted"\n`,
  );
  const screen = openScreen(stage.box, ['ai', ...OLLAMA], runEnv(stage, localEnv()));
  try {
    await screen.waitFor(/›/);
    screen.type('ping');
    await screen.waitFor(/› ping/);
    screen.press('Enter');
    await screen.waitFor(/PONG/);
    expect(stage.box.session()).toMatchObject({ tool: 'codex', kind: 'run', provider: 'ollama' });
  } finally {
    screen.close();
  }
});
