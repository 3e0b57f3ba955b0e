import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EnvEntries } from '../../src/plan/env-patch.ts';
import { PROVIDERS } from '../../src/providers/index.ts';
import type { ProviderContext } from '../../src/providers/provider.ts';
import { PERMISSIONS, type RunMode, type ToolCall } from '../../src/run/request.ts';
import { claudeArgs } from '../../src/tools/claude-args.ts';
import { codexArgs } from '../../src/tools/codex-args.ts';
import {
  type ClientEnv,
  claude,
  claude197,
  clientEnv,
  codex,
  quietCodex,
  runClient,
} from '../support/clients.ts';
import { gateway } from '../support/loopback/environments.ts';
import { useLoopbackHome } from '../support/loopback-home.ts';
import { context } from '../unit/providers/context.ts';
import { call } from '../unit/tools/call.ts';

const at = useLoopbackHome();

beforeEach(() => quietCodex(at.home));

/** Runs a client with a prompt on stdin. */
const ask = (program: string, argv: readonly string[], env: ClientEnv) =>
  runClient(program, argv, clientEnv(at.home, at.server.url, env), { stdin: 'ping-from-stdin' });

const prompts = () => at.server.turns.map(({ body }) => JSON.stringify(body).includes('ping-from-stdin'));

const calls: [string, Partial<ToolCall>][] = [
  ...PERMISSIONS.map((permission): [string, Partial<ToolCall>] => [permission, { permission }]),
  ['nothing else', {}],
];

const answers: Readonly<Record<Exclude<RunMode, 'interactive'>, RegExp>> = {
  print: /^PONG\n$/,
  live: /^\{"type".*PONG/s,
};

const cases = calls.flatMap(([name, parts]) =>
  (['print', 'live'] as const).map((mode) => [mode, name, parts] as const),
);

describe.each([
  ['2.1.330', claude],
  ['2.1.197', claude197],
])('Claude Code %s', (_, program) => {
  test.each(cases)('takes the words for %s with %s', async (mode, _name, parts) => {
    // As root the client wants to hear that it is in a sandbox before it skips permissions.
    const env = { ...gateway(at.server.url), IS_SANDBOX: '1' };
    const { argv } = claudeArgs(call({ ...parts, mode, teammateMode: 'in-process' }));
    expect(await ask(program(), argv, env)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(answers[mode]),
    });
    expect(prompts()).toEqual([true]);
  });
});

test.each(cases)('Codex takes the words for %s with %s', async (mode, _, parts) => {
  const providerArgs = ['-c', 'model_provider="ollama"'];
  const { argv } = codexArgs(call({ ...parts, mode, providerArgs, model: 'qwen3-coder', effort: 'high' }));
  const result = await ask(codex(), argv, { CODEX_OSS_BASE_URL: `${at.server.url}/v1` });
  expect(result).toMatchObject({ status: 0, stdout: expect.stringMatching(answers[mode]) });
  expect(prompts()).toEqual([true]);
});

/** The texts of a patch, and the caller's values that it refers to. */
const variables = (entries: EnvEntries, env: ClientEnv): ClientEnv =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([name, value]) => {
      const text = value.kind === 'text' ? value.text : value.kind === 'caller' ? env[value.name] : undefined;
      return text === undefined ? [] : [[name, text]];
    }),
  );

interface Way {
  readonly parts: Partial<ProviderContext>;
  readonly env?: ClientEnv;
  /** Sends what would go out to the loopback server. */
  readonly redirect?: (argv: readonly string[], url: string) => string[];
  readonly path: string;
  readonly authorization: unknown;
}

const replaced = (address: string) => (argv: readonly string[], url: string) =>
  argv.map((word) => word.replace(address, url));

const KEYS: ClientEnv = {
  OPENAI_API_KEY: 'openai-key',
  AZURE_OPENAI_API_KEY: 'azure-key',
  ANTHROPIC_FOUNDRY_RESOURCE: 'res',
};

const bedrockAt = (argv: readonly string[], url: string) => [
  ...argv,
  '-c',
  `model_providers.amazon-bedrock.base_url="${url}/v1"`,
];

const ways: [string, Way][] = [
  [
    'apikey',
    {
      parts: { env: KEYS },
      redirect: replaced('https://api.openai.com'),
      path: '/v1/responses gpt-6.1-sol',
      authorization: 'Bearer openai-key',
    },
  ],
  [
    'azure',
    {
      parts: { env: KEYS },
      redirect: replaced('https://res.openai.azure.com'),
      path: '/openai/v1/responses gpt-6.1-sol',
      authorization: 'Bearer azure-key',
    },
  ],
  [
    'aws',
    {
      parts: { env: { AWS_BEARER_TOKEN_BEDROCK: 'bedrock-key' } },
      redirect: bedrockAt,
      path: '/v1/responses openai.gpt-6.1-sol',
      authorization: 'Bearer bedrock-key',
    },
  ],
  [
    'aws',
    {
      parts: {
        env: { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 's' },
        settings: { region: 'eu-west-1' },
      },
      env: { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 's', AWS_REGION: 'us-west-2' },
      redirect: bedrockAt,
      path: '/v1/responses openai.gpt-6.1-sol',
      authorization: expect.stringMatching(/Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\//),
    },
  ],
];

/** A login that must not be used beside a key. */
const LOGIN = '{"auth_mode":"apikey","OPENAI_API_KEY":"stored-key"}';

test.each(ways)('Codex on %s asks there, with that credential alone', async (id, way) => {
  writeFileSync(join(at.home, '.codex', 'auth.json'), LOGIN, { mode: 0o600 });
  const provider = PROVIDERS.find((each) => each.id === id);
  const setup = provider?.codex?.(context({ ...way.parts, tier: 'opus' }));
  const { argv } = codexArgs(call({ mode: 'print', providerArgs: setup?.args ?? [], model: setup?.model }));
  const env = { ...way.env, ...variables(setup?.env ?? {}, way.parts.env as ClientEnv) };
  const result = await ask(codex(), way.redirect?.(argv, at.server.url) ?? argv, env);
  expect(result).toMatchObject({ status: 0, stdout: 'PONG\n' });
  expect(
    at.server.turns.map(({ path, headers, body }) => [`${path} ${modelOf(body)}`, headers.authorization]),
  ).toEqual([[way.path, way.authorization]]);
});

const modelOf = (body: unknown): unknown => (body as { model?: unknown }).model;
