import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { arrivals, credentials, shown } from './arrivals.ts';
import { callerEnv, foreignWords } from './client-session.ts';
import type { CallerEnv } from './client-shell.ts';
import { configure, type Stage } from './client-stage.ts';
import { type ClientEnv, clientEnv } from './clients.ts';
import { hostileSettings } from './hostile-settings.ts';
import { field, modelOf, type RecordedRequest } from './loopback/exchange.ts';
import { type AiOptions, ai, leftovers, type RunEnd, type Running, startAi } from './run-sandbox.ts';
import type { Way } from './ways/way.ts';

/** Puts a real client on the sandbox's PATH. */
export const installClient = ({ box }: Stage, program: string, name = 'claude'): void =>
  symlinkSync(program, join(box.bin, name));

const given = (env: CallerEnv): ClientEnv =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** The whole environment of a run: the loopback server is the only way out, and no request is tried again. */
export const runEnv = ({ box, server }: Stage, env: CallerEnv = {}): ClientEnv =>
  given({ ...clientEnv(box.home, server.url, box.env), CLAUDE_CODE_MAX_RETRIES: '0', ...env });

/** Starts `ai` so that its client reaches the stage's servers and nothing else. */
export const startRun = (
  stage: Stage,
  args: readonly string[],
  { env = {}, ...options }: AiOptions = {},
): Running => startAi(stage.box, args, { ...options, env: runEnv(stage, env) });

/** The same to its end. */
export const doRun = (
  stage: Stage,
  args: readonly string[],
  { env = {}, ...options }: AiOptions = {},
): Promise<RunEnd> => ai(stage.box, args, { ...options, env: runEnv(stage, env) });

/** The user's API key and the address of the stage's server, for scenarios to which the provider does not matter. */
export const useApiKey = (stage: Stage, more: object = {}, others: object = {}): void =>
  configure(stage, {
    apikey: { baseUrl: stage.server.url, apiKey: { env: 'OWN_KEY' }, ...more },
    ...others,
  });

/** Settings for Claude Code, in the user's home and in the working folder, that try all they can. */
export const plantHostile = ({ box, hostile }: Stage): void => {
  const settings = JSON.stringify(hostileSettings(hostile.url));
  box.plant('.claude/settings.json', settings);
  mkdirSync(join(box.work, '.claude'));
  writeFileSync(join(box.work, '.claude/settings.json'), settings);
};

const texts = (content: unknown): string[] => {
  if (typeof content === 'string') return [content];
  return Array.isArray(content) ? content.map((part) => String(field(part, 'text') ?? '')) : [];
};

/** The texts that the user says in a request, of Anthropic's and of OpenAI's kind. */
export const userTexts = ({ body }: RecordedRequest): string[] => {
  const messages = field(body, 'messages') ?? field(body, 'input');
  if (!Array.isArray(messages)) return [];
  return messages
    .filter((message) => field(message, 'role') === 'user')
    .flatMap((message) => texts(field(message, 'content')));
};

/** All that a test of one question has to look at. */
export const observed = (stage: Stage, { status, stdout }: RunEnd) => ({
  status,
  stdout,
  // A run with a parent decides twice, so a local server is asked twice for its models.
  arrived: [...new Set(arrivals(stage.server.requests))],
  turns: stage.server.turns.map((turn) => ({ model: modelOf(turn.body), credentials: credentials(turn) })),
  said: stage.server.turns.map((turn) => userTexts(turn).at(-1)),
  astray: arrivals(stage.hostile.requests),
  leaked: shown([...stage.server.requests, ...stage.hostile.requests], foreignWords(stage)),
  left: leftovers(stage.box),
});

/** The same when all went as it must. */
export const expected = (way: Way, prompt: string): ReturnType<typeof observed> => ({
  status: 0,
  stdout: 'PONG\n',
  arrived: [...way.requests],
  turns: [{ model: way.model ?? 'unknown', credentials: way.credentials }],
  said: [prompt],
  astray: [],
  leaked: [],
  left: [],
});

/** Makes a way's configuration and files; gives the caller's environment, full of other providers' credentials. */
export const prepareWay = (stage: Stage, way: Way): CallerEnv => {
  configure(stage, way.providers?.(stage.server.url) ?? {});
  for (const [path, text] of Object.entries(way.files ?? {})) stage.box.plant(path, text);
  return { ...callerEnv(stage), ...way.env?.(stage.server.url) };
};
