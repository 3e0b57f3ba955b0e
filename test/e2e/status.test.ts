import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { claude, codex } from '../support/clients.ts';
import { findProgram } from '../support/find-program.ts';
import { LIMIT_MS } from '../support/limit.ts';
import { type Loopback, startLoopback } from '../support/loopback/server.ts';
import { type Sandbox, sandbox } from '../support/sandbox.ts';

const SECRETS = [
  'sk-ant-secret-1234',
  'gw-secret-5678',
  'aws-secret-9012',
  'file-secret-3456',
  'settings-secret-7890',
];
const [ANTHROPIC, GATEWAY, AWS, FILE, SETTINGS] = SECRETS as [string, string, string, string, string];

let box: Sandbox;
let server: Loopback;
let env: Record<string, string>;

beforeEach(async () => {
  server = await startLoopback({ models: ['qwen3-coder:30b', 'nomic-embed-text'] });
  box = sandbox();
  env = {
    ...box.env,
    ANTHROPIC_API_KEY: ANTHROPIC,
    GW_TOKEN: GATEWAY,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: AWS,
    OLLAMA_HOST: server.url,
    // Whoever wants to leave the machine would ask here first.
    ...Object.fromEntries(
      ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'].map((name) => [name, server.url]),
    ),
  };
  box.program('claude', `#!/bin/sh\necho "$@" >> '${box.file('asked')}'\necho '2.1.330 (Claude Code)'\n`);
  box.plant('secret', `${FILE}\n`);
  box.plant('.claude/settings.json', JSON.stringify({ env: { ANTHROPIC_AUTH_TOKEN: SETTINGS } }));
  box.plant(
    '.ai-runnerrc',
    [
      'defaults: { provider: gw, tier: haiku }',
      'profiles: { cheap: { provider: apikey, tier: haiku }, lost: { provider: vertex } }',
      'providers:',
      `  gw: { type: anthropic, title: "Gate way", baseUrl: "${server.url}/anthropic", token: { env: GW_TOKEN } }`,
      `  azure: { resource: example, apiKey: { command: [touch, "${box.file('ran')}"] } }`,
      '  vercel: { token: { file: ~/secret } }',
    ].join('\n'),
  );
});

afterEach(async () => {
  box.remove();
  await server.close();
});

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command while the server can answer. */
const type = (words: readonly string[], more: Record<string, string> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const [program = '', ...args] = words;
    const options = { cwd: box.work, env: { ...env, ...more }, timeout: LIMIT_MS };
    execFile(program, args, options, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });

const json = async (...words: string[]) => JSON.parse((await type([...words, '--json'])).stdout);

test('ai-status: everything at a glance, as JSON', async () => {
  const status = await json('ai-status');
  expect(Object.keys(status)).toEqual([
    ...[
      'version',
      'session',
      'sessions',
      'config',
      'defaults',
      'tools',
      'shell',
      'providers',
      'profiles',
      'online',
    ],
  ]);
  expect(status).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    session: null,
    sessions: 0,
    config: { path: join(box.home, '.ai-runnerrc'), problems: [], warnings: [] },
    tools: [
      { id: 'cc', path: join(box.bin, 'claude'), version: '2.1.330' },
      { id: 'codex', path: null, version: null, install: 'npm install -g @openai/codex' },
    ],
    online: null,
  });
  const ready = status.providers.filter((each: { ready: boolean }) => each.ready);
  expect(ready.map(({ id }: { id: string }) => id)).toEqual([
    'aws',
    'apikey',
    'azure',
    'vercel',
    'ollama',
    'gw',
  ]);
  expect(status.providers.at(-1)).toMatchObject({
    id: 'gw',
    title: 'Gate way',
    origin: 'configured',
    payer: 'api',
  });
  expect(status.profiles).toMatchObject([
    { profile: 'cheap', id: 'apikey', ready: true, model: 'claude-haiku-5-5' },
    { profile: 'lost', id: 'vertex', ready: false, reason: 'no Google Cloud project is chosen' },
  ]);
  expect(status.defaults).toEqual(
    expect.arrayContaining([
      { name: 'provider', value: 'gw', source: 'defaults.provider' },
      { name: 'model', value: 'claude-haiku-5-5', source: 'built-in' },
      { name: 'baseUrl', value: `${server.url}/anthropic`, source: 'providers.gw.baseUrl' },
      { name: 'auth', value: 'API token', source: 'providers.gw.token' },
    ]),
  );
});

test('a tool is asked for its version once, and again when it has changed', async () => {
  await type(['ai-status']);
  await type(['ai-status']);
  expect(box.read('asked')).toBe('--version\n');
  box.program('claude', '#!/bin/sh\n# another one\necho 3.0.0\n');
  expect((await json('ai-status')).tools[0].version).toBe('3.0.0');
});

test('the real clients are found with their versions, and reach for nothing', async () => {
  rmSync(join(box.bin, 'claude'));
  symlinkSync(claude(), join(box.bin, 'claude'));
  symlinkSync(codex(), join(box.bin, 'codex'));
  const { stdout } = await type(['ai-status', '--json'], { OLLAMA_HOST: '127.0.0.1:1' });
  expect(JSON.parse(stdout).tools).toMatchObject([
    { id: 'cc', version: expect.stringMatching(/^2\.1\.330/) },
    { id: 'codex', version: '0.169.0' },
  ]);
  expect(server.requests).toEqual([]);
});

test('nothing but the model servers of this machine is asked', async () => {
  const trace = box.file('trace');
  const strace = [findProgram('strace'), '-f', '-qq', '-e', 'trace=connect,sendto,sendmsg', '-o', trace];
  for (const command of [['ai-status'], ['ai', 'providers', '--long'], ['ai', 'models'], ['ai', 'doctor']]) {
    await type([...strace, ...command]);
    const found = readFileSync(trace, 'utf8').matchAll(
      /AF_INET6?,.*?(?:inet_addr\("|inet_pton\(AF_INET6, ")([^"]+)"/g,
    );
    const targets = [...new Set([...found].map(([, address]) => address))];
    expect([command, targets.filter((each) => each !== '127.0.0.1' && each !== '::1')]).toEqual([
      command,
      [],
    ]);
    expect(targets).toContain('127.0.0.1');
  }
  const asked = new Set(server.requests.map(({ method, path }) => `${method} ${path}`));
  expect([...asked]).toEqual(['GET /api/tags']);
});

test.each(['ai-status', 'ai providers --long'])('%s asks a server once', async (line) => {
  box.plant(
    '.ai-runnerrc',
    'defaults: { provider: ollama }\nprofiles: { a: { provider: ollama }, b: { provider: ollama } }\n',
  );
  await type(line.split(' '));
  expect(server.requests.map(({ path }) => path)).toEqual(['/api/tags']);
});

test('a model server elsewhere is left alone', async () => {
  const { providers } = JSON.parse(
    (await type(['ai-status', '--json'], { OLLAMA_HOST: 'http://192.0.2.1:11434' })).stdout,
  );
  expect(providers.find(({ id }: { id: string }) => id === 'ollama')).toMatchObject({
    ready: false,
    reason: 'http://192.0.2.1:11434 was not asked: it is not on this machine',
  });
});

test('online, an endpoint is asked without a credential, and what was asked is said', async () => {
  // Only what is on this machine is ready, so that nothing else is asked.
  box.plant(
    '.ai-runnerrc',
    `providers: { gw: { type: anthropic, baseUrl: "${server.url}/anthropic", token: { env: GW_TOKEN } } }`,
  );
  const bare = {
    ANTHROPIC_API_KEY: '',
    AWS_ACCESS_KEY_ID: '',
    AWS_SECRET_ACCESS_KEY: '',
    LMSTUDIO_HOST: '127.0.0.1:1',
  };
  const { stdout } = await type(['ai-status', '--online', '--json'], bare);
  expect(JSON.parse(stdout).online).toMatchObject([
    { provider: 'ollama', url: `${server.url}/`, reachable: true },
    { provider: 'gw', url: `${server.url}/`, reachable: true },
  ]);
  const { headers } = server.requests.find(({ path }) => path === '/') ?? { headers: {} };
  expect(Object.keys(headers).sort()).toEqual(['connection', 'host']);
  const text = (await type(['ai-status', '--online'], bare)).stdout;
  expect(text).toMatch(/^ {2}gw +GET http:\/\/127\.0\.0\.1:\d+\/ +answers \(\d+, \d+ ms\)$/m);
  expect(text).toContain('asked directly, not through your proxy');
});

test('no secret is shown, resolved or fetched by a program', async () => {
  for (const command of ['ai-status', 'ai providers', 'ai providers --long', 'ai models', 'ai doctor'])
    for (const flags of [[], ['--json']]) {
      const { stdout, stderr } = await type([...command.split(' '), ...flags]);
      expect(stdout.length).toBeGreaterThan(100);
      for (const secret of SECRETS) expect(`${stdout}${stderr}`).not.toContain(secret);
    }
  expect(existsSync(box.file('ran'))).toBe(false);
});

test('a broken configuration is shown by ai-status and ai doctor, and stops the lists', async () => {
  box.plant('.ai-runnerrc', 'defaults: { provider: awz }\n');
  const validation =
    (await type(['ai', 'config', 'validate'])).stderr.split('\n')[0]?.replace('ai: ', '') ?? '';
  expect(validation).toContain('awz');
  const status = await type(['ai-status']);
  expect(status.status).toBe(0);
  expect(status.stdout).toContain(validation);
  const doctor = await type(['ai', 'doctor', '--json']);
  expect(doctor.status).toBe(1);
  expect(JSON.parse(doctor.stdout).findings).toContainEqual(
    expect.objectContaining({ check: 'configuration', level: 'problem', thing: validation }),
  );
  for (const list of ['providers', 'models'])
    expect(await type(['ai', list])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining(validation),
    });
});

test('a sessions folder that cannot be read is a warning', async () => {
  writeFileSync(join(box.home, '.ai-runner'), '');
  expect(await type(['ai-status'])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('no session'),
    stderr: expect.stringMatching(/^ai: warning: the sessions folder .* cannot be read \(ENOTDIR\)$/m),
  });
});

test('ai providers: a table, and with --long remedies and models', async () => {
  const { stdout } = await type(['ai', 'providers']);
  expect(stdout).toMatch(/^ID +READY +PAID BY +HOW, OR WHY NOT$/m);
  expect(stdout).toMatch(/^aws +ready +cloud +AWS credentials \(access key\)$/m);
  expect(stdout).toMatch(/^vertex +- +cloud +no Google Cloud project is chosen$/m);
  const long = (await type(['ai', 'providers', '--long'])).stdout;
  expect(long).toMatch(/^ {2}remedy +Set providers\.vertex\.project/m);
  expect(long).toMatch(/^ {2}opus +us\.anthropic\.claude-opus-5-5 +built-in$/m);
  expect(Math.max(...long.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  const [aws] = await json('ai', 'providers', '--long');
  expect(aws).toMatchObject({
    id: 'aws',
    ready: true,
    models: expect.arrayContaining([expect.objectContaining({ tier: 'opus' })]),
  });
});

test('ai models: of one provider, with what is installed', async () => {
  expect(await json('ai', 'models', '--provider', 'ollama')).toMatchObject([
    {
      id: 'ollama',
      tiers: expect.arrayContaining([{ tier: 'opus', model: 'qwen3-coder:30b', source: 'installed' }]),
      installed: ['qwen3-coder:30b'],
      problem: null,
    },
  ]);
  expect(await type(['ai', 'models', '--provider', 'olama'])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('Did you mean "ollama"?'),
  });
});

test.each([
  ['providers', 'extra'],
  ['models', 'extra'],
  ['doctor', 'extra'],
  ['status', 'extra'],
  ['models', '--provider'],
  ['providers', '--tool', 'vim'],
])('a wrong command line: ai %s %s', async (...words) => {
  expect(await type(['ai', ...words])).toMatchObject({ status: 2, stdout: '' });
});

test('ai doctor: the one that wins, and its remedy', async () => {
  writeFileSync(
    join(box.home, '.claude/settings.json'),
    JSON.stringify({ env: { ANTHROPIC_BASE_URL: 'https://x.example' } }),
  );
  const { status, stdout } = await type(['ai', 'doctor'], { ANTHROPIC_BASE_URL: 'https://y.example' });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^AI Runner \S+: 1 problem, \d+ notes$/m);
  expect(stdout).toMatch(/^problem {2}~\/\.claude\/settings\.json sets ANTHROPIC_BASE_URL/m);
  expect(stdout).toMatch(/^ {2}ANTHROPIC_BASE_URL\n {7}shell +https:\/\/y\.example$/m);
  expect(stdout).toMatch(/^ {4}> {2}user settings +https:\/\/x\.example +~\/\.claude\/settings\.json$/m);
  expect(stdout).toMatch(/^ {2}ANTHROPIC_API_KEY +shell +…1234$/m);
  writeFileSync(join(box.home, '.claude/settings.json'), '{}');
  expect(await type(['ai', 'doctor'])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('0 problems'),
  });
});

/** What a command draws on a terminal of 80 columns. */
const drawn = (words: readonly string[], more: Record<string, string> = {}): Promise<string> =>
  new Promise((resolve) => {
    const [program = '', ...args] = words;
    const pty = spawn(join(box.bin, program), args, {
      cols: 80,
      rows: 60,
      cwd: box.work,
      env: { ...env, ...more },
    });
    let text = '';
    pty.onData((data) => {
      text += data;
    });
    pty.onExit(() => resolve(text));
  });

test.each(['ai-status', 'ai providers', 'ai providers --long', 'ai models', 'ai doctor'])(
  'on a terminal, %s fits its columns and has colours, unless they are unwanted',
  async (line) => {
    const words = line.split(' ');
    box.plant(
      '.ai-runnerrc',
      `defaults: { provider: vertex }\nprofiles: { ${'long'.repeat(15)}: { provider: apikey } }\n`,
    );
    const text = await drawn(words);
    expect(text).toContain('\x1b[');
    const lines = stripVTControlCharacters(text).split(/\r?\n/);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(await drawn(words, { NO_COLOR: '1' })).not.toContain('\x1b[');
    expect(await drawn(words, { TERM: 'dumb' })).not.toContain('\x1b[');
  },
);

test('a name that would paint the terminal is shown, not obeyed', async () => {
  box.plant('.ai-runnerrc', 'providers: { ollama: { title: "a‮b", baseUrl: "http://localhost:1" } }\n');
  for (const words of [['providers', '--long'], ['models'], ['status']]) {
    const { stdout } = await type(['ai', ...words]);
    expect(stdout).not.toContain('\u202e');
    expect((await type(['ai', ...words, '--json'])).stdout).not.toContain('\u202e');
  }
});
