import { claudeLogin } from '../facts/claude-login.ts';
import { tilde } from '../text/shell.ts';
import { TUNING } from '../tools/index.ts';
import type { World } from '../world.ts';
import { type Finding, findings } from './finding.ts';
import { settingsLayers } from './layers.ts';
import { effective, isOn, type Steering, steering } from './precedence.ts';

const { problem, note, ok } = findings('variables');

/** Whether a variable that a session does not set itself would change it: not the user's tuning, nor another cloud's account. */
const concernsSession = ({ env: { AI_SESSION_PROVIDER } }: World, name: string): boolean => {
  if (TUNING.cc.includes(name)) return false;
  if (name.startsWith('AWS_')) return AI_SESSION_PROVIDER === 'aws';
  return !/^(?:GOOGLE|GCLOUD)_/.test(name) || AI_SESSION_PROVIDER === 'vertex';
};

/** A settings file that wins over a value of the shell, or adds one to a session. */
const overruled = (world: World, { name, values }: Steering): Finding[] => {
  const winner = values.find(({ wins }) => wins);
  const own = values.find(({ path }) => path === null);
  if (!winner?.path || winner.value === own?.value) return [];
  const file = tilde(world, winner.path);
  if (world.env.AI_SESSION_ID) {
    if (own === undefined && !concernsSession(world, name)) return [];
    const thing = `${file} sets ${name}, which Claude Code may let into this session`;
    return [problem(thing, 'Remove it there, or start the tool with `ai`, which takes it back.')];
  }
  if (own === undefined) return [];
  const thing = `${file} sets ${name} to another value than your shell, and Claude Code takes the one in the file`;
  return [
    problem(thing, 'Remove it from one of the two; `ai env` and `ai` do not let it redirect their sessions.'),
  ];
};

const CREDENTIALS = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'] as const;
const SWITCHES = /^CLAUDE_CODE_USE_(?:BEDROCK|VERTEX|FOUNDRY)$/;

const twoCredentials = (all: readonly Steering[]): Finding[] =>
  CREDENTIALS.every((name) => effective(all, name))
    ? [problem(`${CREDENTIALS.join(' and ')} are both set, and Claude Code sends both`, 'Unset one of them.')]
    : [];

const twoProviders = (all: readonly Steering[]): Finding[] => {
  const on = all.map(({ name }) => name).filter((name) => SWITCHES.test(name) && isOn(effective(all, name)));
  return on.length < 2
    ? []
    : [problem(`${on.join(' and ')} are both on, and only one provider is used`, 'Unset all but one.')];
};

/** Claude Code sends the stored subscription token to any address that comes without a credential of its own. */
const leakedLogin = (world: World, all: readonly Steering[]): Finding[] => {
  const url = effective(all, 'ANTHROPIC_BASE_URL');
  const guarded = CREDENTIALS.some((name) => effective(all, name));
  if (url === undefined || guarded || !claudeLogin(world, world.env)) return [];
  const thing = 'ANTHROPIC_BASE_URL is set without a key or token: Claude Code sends your login there';
  return [problem(thing, 'Unset it, or set ANTHROPIC_AUTH_TOKEN to what that server wants.')];
};

const paidByKey = (world: World, all: readonly Steering[]): Finding[] => {
  const usesKey = CREDENTIALS.some((name) => effective(all, name)) && !world.env.AI_SESSION_ID;
  if (!usesKey || !claudeLogin(world, world.env)) return [];
  const thing = 'a key in the environment wins over your Claude login: `claude` is billed to the key';
  return [note(thing, 'For the subscription: ai --pro, or a session with `ai env --pro`.')];
};

const helpers = (world: World): Finding[] =>
  settingsLayers(world).flatMap(({ path, helpers, readable }) => {
    const file = tilde(world, path);
    if (!readable)
      return [problem(`${file} is no JSON, so Claude Code leaves it out`, 'Correct or remove it.')];
    return helpers.map((name) => {
      const thing = `${file} sets ${name}: its credential may be sent beside the one of a session`;
      return note(thing, 'Start the tool with `ai`, which takes it back, or remove it there.');
    });
  });

const CODEX: Readonly<Record<string, string>> = {
  OPENAI_BASE_URL: 'Codex takes no address from OPENAI_BASE_URL',
  OPENAI_API_KEY: 'Codex takes no key from OPENAI_API_KEY',
};

const codex = ({ env }: World): Finding[] =>
  Object.entries(CODEX)
    .filter(([name]) => env[name] && !(name === 'OPENAI_API_KEY' && env.CODEX_API_KEY))
    .map(([, thing]) => note(thing, 'Use `ai --codex --apikey`, which hands it over.'));

/** Whether what steers the tools is one thing, and what the user means. */
export const variables = (world: World): Finding[] => {
  const all = steering(world.env, settingsLayers(world));
  const found = [
    ...all.flatMap((each) => overruled(world, each)),
    ...twoCredentials(all),
    ...twoProviders(all),
    ...leakedLogin(world, all),
    ...paidByKey(world, all),
    ...helpers(world),
    ...codex(world),
  ];
  return found.length === 0 ? [ok('no variable or settings file contradicts another')] : found;
};
