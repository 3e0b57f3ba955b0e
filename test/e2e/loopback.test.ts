import { setImmediate } from 'node:timers/promises';
import {
  type ClientEnv,
  type ClientOptions,
  claude,
  claude197,
  clientEnv,
  codex,
  quietCodex,
  runClient,
} from '../support/clients.ts';
import {
  bedrock,
  codexCases,
  customProvider,
  gateway,
  providerCases,
} from '../support/loopback/environments.ts';
import { startLoopback } from '../support/loopback/server.ts';
import { useLoopbackHome } from '../support/loopback-home.ts';

const at = useLoopbackHome();

const run = (binary: string, args: readonly string[], env: ClientEnv, options?: ClientOptions) =>
  runClient(binary, args, clientEnv(at.home, at.server.url, env), options);

/** What every request for a turn carried to prove who asks. */
const credentials = () =>
  at.server.turns.map(({ path, headers }) => [path, headers.authorization, headers['x-api-key']]);

/** What clients tried to reach outside. */
const escapes = () =>
  at.server.requests
    .filter(({ method, path }) => method === 'CONNECT' || !path.startsWith('/'))
    .map(({ method, path }) => `${method} ${path}`);

test.each(providerCases)(
  'claude with $name gets its answer',
  async ({ env, path, authorization, apiKey }) => {
    const result = await run(claude(), ['-p', 'ping'], env(at.server.url));
    expect(result).toMatchObject({ status: 0, stdout: 'PONG\n' });
    const sent = authorization instanceof RegExp ? expect.stringMatching(authorization) : authorization;
    expect(credentials()).toStrictEqual([[path, sent, apiKey]]);
    expect(escapes()).toEqual([]);
  },
);

test('claude 2.1.197 gets its answer', async () => {
  const result = await run(claude197(), ['-p', 'ping'], gateway(at.server.url));
  expect(result).toMatchObject({ status: 0, stdout: 'PONG\n' });
  expect(at.server.turns[0]?.headers['user-agent']).toContain('claude-cli/2.1.197');
});

const CODEX = ['exec', '--skip-git-repo-check', '-m', 'qwen3-coder'];

test.each(codexCases)('codex with $name gets its answer', async ({ args, env, requests, authorization }) => {
  quietCodex(at.home);
  const result = await run(codex(), [...CODEX, ...args(at.server.url), 'ping'], env(at.server.url));
  expect(result).toMatchObject({ status: 0, stdout: 'PONG\n' });
  expect(at.server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(requests);
  expect(at.server.turns.map(({ headers }) => headers.authorization)).toStrictEqual([authorization]);
});

test('both clients run a tool and send its result back', async () => {
  quietCodex(at.home);
  at.server.answer({ tool: { name: 'Bash', input: { command: 'echo from-$((40+2))', description: 'say' } } });
  const first = await run(claude(), ['-p', '--allowedTools', 'Bash', '--', 'ping'], gateway(at.server.url));
  at.server.answer({ tool: { name: 'exec_command', input: { cmd: 'echo from-$((40+3))' } } });
  const args = [...CODEX, '-s', 'danger-full-access', ...customProvider(at.server.url), 'ping'];
  const second = await run(codex(), args, { AIR_KEY: 'air-key' });
  expect([first.stdout, second.stdout]).toEqual(['PONG\n', 'PONG\n']);
  const results = at.server.turns.map(({ body }) => JSON.stringify(body).match(/from-4\d/)?.[0]);
  expect(results).toStrictEqual([undefined, 'from-42', undefined, 'from-43']);
});

test.each([
  [401, 'authentication_error'],
  [429, 'rate_limit_error'],
  [500, 'api_error'],
  [529, 'overloaded_error'],
])('claude understands status %i', async (status, type) => {
  at.server.answer({ status }, Number.POSITIVE_INFINITY);
  const result = await run(claude(), ['-p', '--output-format', 'json', 'ping'], {
    ...gateway(at.server.url),
    CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST: '1',
    CLAUDE_CODE_MAX_RETRIES: '0',
  });
  expect(result.status).toBe(1);
  expect(JSON.parse(result.stdout)).toMatchObject({ api_error_status: status, api_error_type: type });
});

test.each([
  { name: 'the Messages API', env: gateway },
  { name: 'Bedrock', env: bedrock({ AWS_BEARER_TOKEN_BEDROCK: 'bedrock-key' }) },
])('after a cut stream of $name claude asks again', async ({ env }) => {
  at.server.answer({ cutAfter: 2 });
  const result = await run(claude(), ['-p', 'ping'], env(at.server.url));
  expect(result).toMatchObject({ status: 0, stdout: 'PONG\n' });
  expect(at.server.turns).toHaveLength(2);
});

const post = (path: string, body: object) =>
  fetch(at.server.url + path, { method: 'POST', body: JSON.stringify(body) });

test('a slow stream is sent event by event, and closing the server ends it', async () => {
  at.server.answer({ chunkDelayMs: 600_000 });
  const response = await post('/v1/messages', { model: 'big', stream: true });
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(Buffer.from(first?.value ?? []).toString()).toMatch(
    /^event: message_start\ndata: {.*"model":"big".*}\n\n$/,
  );
  await at.server.close();
  await expect(reader?.read()).rejects.toThrow();
});

test('a late answer never comes when the server closes before it', async () => {
  at.server.answer({ delayMs: 600_000 });
  const late = expect(post('/v1/messages', {})).rejects.toThrow();
  while (at.server.turns.length === 0) await setImmediate();
  await at.server.close();
  await late;
});

test.each([
  ['/v1/messages', { model: 'big' }, { model: 'big', content: [{ type: 'text', text: 'two words' }] }],
  ['/model/big%3A0/invoke', {}, { model: 'big:0', stop_reason: 'end_turn' }],
  ['/v1/publishers/anthropic/models/big@1:rawPredict', {}, { model: 'big@1', role: 'assistant' }],
  ['/v1/responses', { model: 'big' }, { model: 'big', status: 'completed' }],
  ['/v1/messages/count_tokens', {}, { input_tokens: 1200 }],
  ['/model/big/count-tokens', {}, { inputTokens: 1200 }],
])('%s answers without a stream', async (path, body, expected) => {
  at.server.answer({ text: 'two words' });
  expect(await (await post(path, body)).json()).toMatchObject(expected);
});

test('a one-token probe leaves the queued answer to the turn after it', async () => {
  at.server.answer({ status: 429, headers: { 'retry-after': '7' } });
  const probe = await post('/v1/messages', { max_tokens: 1 });
  const turn = await post('/v1/messages', { max_tokens: 2 });
  const next = await post('/v1/messages', {});
  expect([probe.status, turn.status, next.status]).toEqual([200, 429, 200]);
  expect(turn.headers.get('retry-after')).toBe('7');
  expect(at.server.turns.map(({ body }) => body)).toEqual([{ max_tokens: 2 }, {}]);
});

const once = ['request_max_retries=0', 'stream_max_retries=0'].flatMap((s) => [
  '-c',
  `model_providers.air.${s}`,
]);

test.each<{ client: () => string; args: readonly string[]; env: ClientEnv; target: string }>([
  {
    client: claude,
    args: ['-p'],
    env: gateway('https://gateway.invalid'),
    target: 'CONNECT gateway.invalid:443',
  },
  {
    client: codex,
    args: [...CODEX, ...customProvider('http://gateway.invalid'), ...once],
    env: { AIR_KEY: 'air-key' },
    target: 'POST http://gateway.invalid/v1/responses',
  },
])('a client on its way out is stopped and recorded: $target', async ({ client, args, env, target }) => {
  quietCodex(at.home);
  const result = await run(client(), [...args, 'ping'], { ...env, CLAUDE_CODE_MAX_RETRIES: '0' });
  expect(result.status).toBe(1);
  expect(new Set(escapes())).toEqual(new Set([target]));
  expect(at.server.turns).toEqual([]);
});

test('a defect of the server fails the test that closes it', async () => {
  await expect(post('/model/%E0%A4/invoke', {})).rejects.toThrow();
  const closing = at.server.close();
  Object.assign(at, { server: await startLoopback() });
  await expect(closing).rejects.toThrow('the loopback server failed');
});

test('the time limit ends a client together with its children', async () => {
  const result = await run('/bin/sh', ['-c', 'sleep 600; echo late'], {}, { timeoutMs: 100 });
  expect(result).toEqual({ status: null, signal: 'SIGKILL', stdout: '', stderr: '' });
});

test('a client without the loopback proxy is not started', async () => {
  await expect(runClient('/bin/true', [], gateway(at.server.url))).rejects.toThrow('loopback proxy');
});
