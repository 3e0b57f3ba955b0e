import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../support/run.ts';
import { nodeWith, useSandbox } from '../support/sandbox.ts';

const TOKEN = 'bedrock-api-key-of-some-length-1234';
const KEY = 'sk-ant-api03-of-some-length-5678';
const SECRETS = [
  '#!/bin/bash',
  `export AWS_BEARER_TOKEN_BEDROCK="${TOKEN}"`,
  'export AWS_REGION="eu-central-1"',
  '# export AWS_PROFILE="not-this"',
  `export ANTHROPIC_API_KEY='${KEY}'`,
  'export CLAUDE_MODEL_OPUS_AWS="eu.anthropic.claude-opus-5"',
  'export CLAUDE_SMALL_FAST_MODEL_ANTHROPIC="claude-haiku-4-5"',
  'export ANTHROPIC_VERTEX_PROJECT_ID="proj"',
  'export GOOGLE_APPLICATION_CREDENTIALS="$HOME/key.json"',
  'export OLLAMA_HOST="10.0.0.2:11434"',
  'export OLLAMA_MODEL_MID="qwen3-coder"',
  'export OPENAI_API_KEY="sk-openai"',
];
const DEFAULTS = [
  '# AI Runner defaults (set by: ai --set-default)',
  'AI_DEFAULT_PROVIDER="aws"',
  'AI_DEFAULT_MODEL_TIER="high"',
  'AI_DEFAULT_CUSTOM_MODEL="ignored"',
  'AI_DEFAULT_TEAM_MODE="true"',
  'AI_DEFAULT_TOOL="cc"',
  'AI_DEFAULT_EFFORT="max"',
];
const FILES = ['.ai-runner/secrets.sh', '.ai-runner/defaults.sh'] as const;

describe('ai config import', () => {
  const box = useSandbox();
  const config = () => join(box.home, '.ai-runnerrc');
  const text = () => readFileSync(config(), 'utf8');
  const secretFile = (name: string) => join(box.home, '.ai-runner/secrets', name);
  const importing = (...words: string[]) => runProgram(box, ['ai', 'config', 'import', ...words]);
  const plant = (
    secrets: readonly string[] = SECRETS,
    defaults: readonly string[] = DEFAULTS,
    mode = 0o600,
  ) => {
    box.plant(FILES[0], `${secrets.join('\n')}\n`, mode);
    box.plant(FILES[1], `${defaults.join('\n')}\n`, mode);
  };

  test('writes a configuration that sessions start from, secrets in files of their own', () => {
    plant();
    const { status, stdout, stderr } = importing();
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^~\/\.ai-runner\/secrets\.sh, ~\/\.ai-runner\/defaults\.sh -> ~\/\.ai-runnerrc: 15 keys written\n/,
    );
    expect(stdout).toMatch(
      /\+ providers\.aws\.token: \{file: ~\/\.ai-runner\/secrets\/AWS_BEARER_TOKEN_BEDROCK\} \([^)]+1234\)\n/,
    );
    expect(stdout).toContain('secrets.sh:12 OPENAI_API_KEY: Codex takes it from the environment');
    for (const secret of [TOKEN, KEY]) expect(stdout + text()).not.toContain(secret);
    expect(text()).toMatch(
      /^providers:\n {2}aws:\n {4}token:\n {6}file: ~\/\.ai-runner\/secrets\/AWS_BEARER/,
    );
    expect(statSync(config()).mode & 0o777).toBe(0o600);
    expect(statSync(secretFile('')).mode & 0o777).toBe(0o700);
    expect(statSync(secretFile('ANTHROPIC_API_KEY')).mode & 0o777).toBe(0o600);
    expect(readFileSync(secretFile('ANTHROPIC_API_KEY'), 'utf8')).toBe(`${KEY}\n`);
    const plan = runProgram(box, ['ai', 'env', '--json', '--shell', 'bash']);
    expect(plan).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(plan.stdout)).toMatchObject({
      provider: 'aws',
      auth: 'Bedrock API key',
      region: 'eu-central-1',
      model: 'eu.anthropic.claude-opus-5',
      teams: true,
    });
    const session = runProgram(box, ['bash', '-c', 'eval "$(ai env --apikey)"; echo "$ANTHROPIC_API_KEY"']);
    expect(session).toMatchObject({ status: 0, stdout: `${KEY}\n` });
  });

  test('a second time there is nothing to do', () => {
    plant();
    importing();
    const before = text();
    const { stdout } = importing();
    expect(stdout).toContain(': 0 keys written\n');
    expect(stdout).not.toMatch(/^ {2}[+~!] /m);
    expect(text()).toBe(before);
  });

  test('--dry-run writes nothing', () => {
    plant();
    const { status, stdout } = importing('--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain(': 15 keys would be written\n');
    expect(stdout).not.toContain(TOKEN);
    expect([existsSync(config()), existsSync(secretFile(''))]).toEqual([false, false]);
  });

  test('what the configuration says stays, with its comments, and is told', () => {
    plant();
    const own = [
      '# mine',
      'defaults: { profile: work }  # at work',
      'profiles: { work: { provider: vertex } }',
      'providers:',
      '  aws:  # the account',
      '    region: us-east-1',
      '  apikey: { apiKey: { env: MY_KEY } }',
    ];
    box.plant('.ai-runnerrc', `${own.join('\n')}\n`);
    const { status, stdout } = importing();
    expect(status).toBe(0);
    expect(stdout).toContain('  ! providers.aws.region: eu-central-1 not taken: it is "us-east-1"\n');
    expect(stdout).toContain('  ! defaults.provider: aws not taken: defaults.profile is set\n');
    expect(stdout).toMatch(/! providers\.apikey\.apiKey: .* not taken: there is one already/);
    expect(existsSync(secretFile('ANTHROPIC_API_KEY'))).toBe(false);
    const after = text();
    for (const line of [...own.slice(0, 1), ...own.slice(2, 6)]) expect(after).toContain(`${line}\n`);
    expect(after).toMatch(/^defaults: \{ profile: work, tier: opus, .*\} {2}# at work$/m);
    const replaced = importing('--replace');
    expect(replaced.stdout).toContain('  ~ providers.aws.region: eu-central-1\n');
    expect(text()).toContain('    region: eu-central-1\n');
    expect(text()).toContain('apiKey: { env: MY_KEY }');
  });

  test('a JSON configuration stays one', () => {
    plant();
    box.plant('.ai-runnerrc', '{"providers":{"aws":{"region":"us-east-1"}}}\n');
    expect(importing().status).toBe(0);
    expect(JSON.parse(text())).toMatchObject({
      defaults: { provider: 'aws', tier: 'opus', team: true, effort: 'max' },
      providers: { aws: { region: 'us-east-1', token: { file: expect.any(String) } } },
    });
  });

  test('--json is for programs, secrets by their file alone', () => {
    plant();
    const { stdout } = importing('--dry-run', '--json');
    const report = JSON.parse(stdout) as { changes: { key: string }[]; skipped: unknown[] };
    expect(report.changes.map(({ key }) => key)).toContain(
      'providers.vertex.env.GOOGLE_APPLICATION_CREDENTIALS',
    );
    expect(report.skipped).toContainEqual(expect.objectContaining({ variable: 'OPENAI_API_KEY' }));
    expect(stdout).not.toContain(TOKEN);
  });

  test('files are read, never executed', () => {
    const touched = join(box.root, 'touched');
    plant([
      `export AWS_REGION="$(touch ${touched})"`,
      `export CLOUD_ML_REGION=\`touch ${touched}\``,
      `touch ${touched}`,
      `export VERCEL_AI_GATEWAY_URL="https://gw.example" && touch ${touched}`,
      'export ANTHROPIC_VERTEX_PROJECT_ID="${PROJECT:-default}"',
      `export AWS_PROFILE="x'; touch ${touched}; echo '"`,
      'export OLLAMA_MODEL_HIGH="a: b # {c} \\"d\\""',
    ]);
    const { status, stdout } = importing();
    expect(status).toBe(0);
    expect(existsSync(touched)).toBe(false);
    expect(stdout).toContain('secrets.sh:1 AWS_REGION: only a shell could tell its value: it runs a command');
    expect(stdout).toContain('secrets.sh:5 ANTHROPIC_VERTEX_PROJECT_ID: only a shell could tell its value');
    const shown = runProgram(box, ['ai', 'config', 'show', '--json']);
    expect(JSON.parse(shown.stdout)).toMatchObject({
      providers: {
        aws: { awsProfile: `x'; touch ${touched}; echo '` },
        ollama: { models: { opus: 'a: b # {c} "d"' } },
      },
    });
    expect(existsSync(touched)).toBe(false);
  });

  test('values that no configuration may have are left out, the rest is taken', () => {
    const long = 'x'.repeat(20_000);
    plant(
      [
        'export AWS_REGION="eu west/1"',
        'export VERCEL_AI_GATEWAY_URL="ftp://gw.example"',
        `export ANTHROPIC_API_KEY="${long}"`,
        'export ANTHROPIC_VERTEX_PROJECT_ID="proj"',
      ],
      ['AI_DEFAULT_PROVIDER="nowhere"', 'AI_DEFAULT_EFFORT="huge"', 'AI_DEFAULT_TOOL="cc"'],
    );
    const { status, stdout } = importing();
    expect(status).toBe(0);
    expect(stdout).toMatch(/AWS_REGION: providers\.aws\.region must consist of letters/);
    expect(stdout).toMatch(/VERCEL_AI_GATEWAY_URL: providers\.vercel\.baseUrl must be an address/);
    expect(stdout).toMatch(/ANTHROPIC_API_KEY: The secret from ANTHROPIC_API_KEY is longer/);
    expect(stdout).toContain('AI_DEFAULT_PROVIDER: there is no provider of that name');
    expect(stdout).toContain('AI_DEFAULT_EFFORT: it is none of low, medium, high, max');
    expect(text()).toBe('providers:\n  vertex:\n    project: proj\ndefaults:\n  tool: cc\n');
  });

  test.each([
    ['a binary file', (path: string) => box.plant(path, 'export A="\0"'), /is no text/],
    ['a huge file', (path: string) => box.plant(path, `# ${'x'.repeat(300_000)}`), /is larger than 256 KiB/],
    ['a folder', (path: string) => mkdirSync(join(box.home, path)), /is a folder/],
    [
      'a file that others may change',
      (path: string) => box.plant(path, 'A=1', 0o666),
      /can be changed by other users/,
    ],
  ])('%s is refused', (_title, make, message) => {
    make('odd.sh');
    const { status, stdout, stderr } = importing('~/odd.sh');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
    expect(existsSync(config())).toBe(false);
  });

  test('files that others can read are pointed out when they hold a key', () => {
    plant(SECRETS, DEFAULTS, 0o644);
    expect(importing().stderr).toBe(
      'ai: warning: ~/.ai-runner/secrets.sh has secrets and can be read by other users: chmod 600 it\n',
    );
  });

  test('a control character in a file reaches no terminal', () => {
    plant([
      'export AWS_PROFILE="a\u001b]0;title\u0007"',
      'export WHAT\u001b[31m=1',
      'export OLLAMA_MODEL_LOW="\u202eevil"',
    ]);
    const { stdout } = importing('--dry-run');
    expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f\u202e]/);
  });

  test('without airun’s files it says where it looked; a file that is named must exist', () => {
    const none = importing();
    expect(none).toMatchObject({ status: 1, stdout: '' });
    expect(none.stderr).toContain(
      'there is no secrets.sh or defaults.sh of airun in ~/.ai-runner or ~/.claude-switcher',
    );
    expect(importing('nowhere.sh').stderr).toMatch(/nowhere\.sh does not exist/);
    box.plant('.claude-switcher/secrets.sh', 'export AWS_REGION=eu-west-1\n');
    expect(importing('--dry-run').stdout).toContain('~/.claude-switcher/secrets.sh -> ');
  });

  test('a configuration that is wrong, or has a form of its own, is not touched', () => {
    plant();
    box.plant('.ai-runnerrc', 'defaults: [1]\n');
    expect(importing()).toMatchObject({ status: 1, stdout: '' });
    const alias = 'x: &a { region: us-east-1 }\nproviders: { aws: *a, vertex: *a }\n';
    box.plant('.ai-runnerrc', alias);
    const result = importing();
    expect(result.status).toBe(1);
    expect(result.stderr).toContain('cannot be changed without changing more');
    expect(text()).toBe(alias);
    expect(existsSync(secretFile(''))).toBe(false);
  });

  test('a configuration that cannot be written leaves no secret behind', () => {
    plant();
    const result = runProgram(box, ['ai', 'config', 'import'], {
      env: { AI_RUNNER_CONFIG: '/proc/self/rc' },
    });
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(result.stderr).toContain('cannot be written');
    expect(readdirSync(secretFile(''))).toEqual([]);
  });

  /** Has the program do this as soon as a secret is in its place. */
  const atFirstSecret = (code: string): void => {
    const hook = box.plant(
      'hook.cjs',
      `const fs = require('fs'); const { renameSync } = fs;
       fs.renameSync = (from, to) => { renameSync(from, to); if (to.includes('/secrets/')) { ${code} } };`,
    );
    nodeWith(box, `--require=${hook}`);
  };

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
    '%s between the secrets and the configuration waits',
    (signal) => {
      plant();
      atFirstSecret(`process.kill(process.pid, '${signal}')`);
      expect(importing()).toMatchObject({ status: 0, signal: null, stderr: '' });
      expect(text()).toContain('~/.ai-runner/secrets/ANTHROPIC_API_KEY');
    },
  );

  test('what SIGKILL leaves without an entry gets one the next time', () => {
    plant();
    atFirstSecret(`process.kill(process.pid, 'SIGKILL')`);
    expect(importing().signal).toBe('SIGKILL');
    const left = () => readdirSync(secretFile('')).filter((name) => !name.startsWith('.'));
    expect([left().length, existsSync(config())]).toEqual([1, false]);
    nodeWith(box, '');
    expect(importing()).toMatchObject({ status: 0, stderr: '' });
    for (const name of left()) expect(text()).toContain(`~/.ai-runner/secrets/${name}`);
  });

  test('a disk that fails after the first secret is left without it', () => {
    plant();
    atFirstSecret(`throw new Error('ENOSPC: no space left')`);
    expect(importing()).toMatchObject({ status: 1, stdout: '' });
    expect([readdirSync(secretFile('')), existsSync(config())]).toEqual([[], false]);
  });

  test.each(['--dry-run', '--replace'])('%s belongs to import', (flag) => {
    const result = runProgram(box, ['ai', 'config', 'show', flag]);
    expect(result).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('belongs to `ai config import`'),
    });
  });
});
