import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed, manager } from '../support/installed.ts';
import { type Loopback, startLoopback } from '../support/loopback/server.ts';
import { AWS_KEYS, PACKAGE, type Sandbox, sandbox } from '../support/sandbox.ts';

/** A tool that answers with its prompt, or with an event stream of one word. */
const TOOL = `#!/bin/sh
case $* in --version) echo 1.0.0; exit ;; esac
case $* in *--help*) printf 'Options:\\n  --resume [value]  go on\\n'; exit ;; esac
case $* in
  *stream-json*) echo '{"type":"result","subtype":"success","is_error":false,"result":"done","num_turns":1}' ;;
  *-p*) cat ;;
esac
`;

let box: Sandbox;
let server: Loopback;

beforeAll(async () => {
  server = await startLoopback({ models: ['qwen3-coder'] });
  box = sandbox({ env: { ...AWS_KEYS, ANTHROPIC_API_KEY: 'sk-ant-example', OLLAMA_HOST: server.url } });
  installed(box);
  manager(box, 'npm', '0.0.1');
  for (const name of ['claude', 'codex']) box.program(name, TOOL);
  for (const [name, text] of [
    ['script.md', 'Say hello.\n'],
    ['summarize.md', 'Summarize this.\n'],
    ['data.json', '{"a":1}\n'],
  ] as const)
    writeFileSync(join(box.work, name), text);
  box.plant('.ai-runner/secrets.sh', 'export AWS_REGION="us-east-1"\n');
  box.plant('.config/gcloud/application_default_credentials.json', '{}');
  box.plant(
    '.ai-runnerrc',
    [
      'profiles: { work: { provider: aws, tier: opus, region: eu-west-1, awsProfile: work } }',
      'providers:',
      '  vertex: { project: example }',
      '  azure: { resource: example, apiKey: { command: [printf, example-key] } }',
      '  mygw: { type: anthropic, baseUrl: "https://gw.example/anthropic", token: { command: [printf, example] } }',
    ].join('\n'),
  );
});

afterAll(async () => {
  box.remove();
  await server.close();
});

/** Lines with `| source` are fish, all others bash. Resolves to the status and what was said. */
const type = (line: string): Promise<{ status: number; said: string }> =>
  new Promise((resolve) => {
    const [shell, ...flags] = line.includes('| source') ? ['fish', '--no-config'] : ['bash', '--norc'];
    const child = execFile(
      shell ?? 'bash',
      [...flags, '-c', line],
      { cwd: box.work, env: box.env, timeout: 50_000 },
      (error, stdout, stderr) =>
        resolve({ status: error ? Number(error.code ?? 1) : 0, said: `${stdout}${stderr}` }),
    );
    child.stdin?.end();
  });

const commands = readmeExamples();

function readmeExamples(): readonly string[] {
  const help = readFileSync(join(PACKAGE, 'README.md'), 'utf8');
  const blocks = [...help.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  return blocks
    .flatMap((text) => text.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => /^(?:eval|ai|ai-\w+|cat|\w+ .*\| ai)\b/.test(line) && line !== 'ai_off');
}

test('the README has examples', () => {
  expect(commands.length).toBeGreaterThan(5);
});

test.each(commands)('README: %s', async (line) => {
  expect(await type(line)).toMatchObject({ status: 0 });
});

/** The command lines under `Examples:`; what they do stands behind two blanks or on the next line. */
const examplesIn = (help: string): string[] =>
  (help.split('Examples:\n')[1] ?? '')
    .split('\n')
    .filter((line) => /^ {2}\S/.test(line))
    .map((line) => line.trim().split(/ {2,}/)[0] ?? '');

test.each(['', 'env', 'run', 'status', 'providers', 'models', 'config', 'update'])(
  'every example of `ai %s --help` works',
  async (command) => {
    const help = await type(`ai ${command} --help`);
    expect(help.status).toBe(0);
    expect(Math.max(...help.said.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const examples = examplesIn(help.said);
    expect(examples.length).toBeGreaterThan(0);
    for (const line of examples)
      expect([line, await type(line)]).toEqual([line, expect.objectContaining({ status: 0 })]);
  },
  120_000,
);

test('every example of `ai-sessions --help` works', async () => {
  const examples = examplesIn((await type('ai-sessions --help')).said);
  expect(examples.length).toBeGreaterThan(0);
  for (const line of examples)
    expect([line, await type(line)]).toEqual([line, expect.objectContaining({ status: 0 })]);
});
