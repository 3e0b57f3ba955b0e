import { settingsLayers } from '../../../src/doctor/layers.ts';
import { steering } from '../../../src/doctor/precedence.ts';
import { variables } from '../../../src/doctor/variables.ts';
import type { Env } from '../../../src/world.ts';
import { removeSandboxes } from '../sessions/world.ts';
import { found, type Home, home } from './home.ts';

afterEach(removeSandboxes);

const USER = '.claude/settings.json';
const PROJECT = 'w/.claude/settings.json';
const LOCAL = 'w/.claude/settings.local.json';
const HOSTED = {
  CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST: '1',
  AI_SESSION_ID: 'cc-aws-1-2',
  AI_SESSION_PROVIDER: 'aws',
};
const URL_NAME = 'ANTHROPIC_BASE_URL';

type Files = Readonly<Record<string, object | string>>;

const homeWith = (env: Env, files: Files): Home => {
  const box = home(env);
  for (const [path, content] of Object.entries(files)) box.plant(path, content);
  return box;
};

/** `where` of every place of a variable, the winner marked. */
const places = (env: Env, files: Files, name: string): string[] => {
  const { world } = homeWith(env, files);
  const entry = steering(world.env, settingsLayers(world)).find((each) => each.name === name);
  return (entry?.values ?? []).map(({ where, wins, value }) => `${wins ? '>' : ''}${where}=${value}`);
};

const env = (value: string, name = URL_NAME) => ({ env: { [name]: value } });

test.each<[string, Env, Files, string, string[]]>([
  ['the shell alone', { [URL_NAME]: 'a' }, {}, URL_NAME, ['>shell=a']],
  [
    'a file over the shell',
    { [URL_NAME]: 'a' },
    { [USER]: env('b') },
    URL_NAME,
    ['shell=a', '>user settings=b'],
  ],
  [
    'local over project over user',
    {},
    { [USER]: env('a'), [PROJECT]: env('b'), [LOCAL]: env('c') },
    URL_NAME,
    ['user settings=a', 'project settings=b', '>local settings=c'],
  ],
  [
    'an empty value, which clears',
    { [URL_NAME]: 'a' },
    { [LOCAL]: env('') },
    URL_NAME,
    ['shell=a', '>local settings='],
  ],
  [
    'a session over a file',
    { ...HOSTED, [URL_NAME]: 'a' },
    { [USER]: env('b') },
    URL_NAME,
    ['>session=a', 'user settings=b'],
  ],
  ['nobody: a session has none', HOSTED, { [USER]: env('b') }, URL_NAME, ['user settings=b']],
  [
    'a file over a session that is not protected',
    { AI_SESSION_ID: 'cc-pro-1-2', ANTHROPIC_MODEL: 'm' },
    { [USER]: env('b', 'ANTHROPIC_MODEL') },
    'ANTHROPIC_MODEL',
    ['session=m', '>user settings=b'],
  ],
  [
    'what gets through to a session all the same',
    { ...HOSTED, AWS_REGION: 'eu-west-1' },
    { [USER]: env('us-east-1', 'AWS_REGION') },
    'AWS_REGION',
    ['session=eu-west-1', '>user settings=us-east-1'],
  ],
  ['what steers nothing', { EDITOR: 'vi' }, { [USER]: env('x', 'EDITOR') }, 'EDITOR', []],
  [
    'a setting that is no text',
    {},
    { [USER]: { env: { ANTHROPIC_MODEL: 3 } } },
    'ANTHROPIC_MODEL',
    ['>user settings=3'],
  ],
  ['a block that is none', { [URL_NAME]: 'a' }, { [USER]: { env: [1] } }, URL_NAME, ['>shell=a']],
])('who wins: %s', (_, variablesOfShell, files, name, expected) => {
  expect(places(variablesOfShell, files, name)).toEqual(expected);
});

test('CLAUDE_CONFIG_DIR moves the user’s settings', () => {
  const box = homeWith({}, { 'other/settings.json': env('b') });
  const world = { ...box.world, env: { CLAUDE_CONFIG_DIR: `${box.home}/other` } };
  expect(settingsLayers(world)).toMatchObject([{ where: 'user settings', env: { [URL_NAME]: 'b' } }]);
});

test('in the home folder the user’s settings are not the project’s as well', () => {
  const box = homeWith({}, { [USER]: env('b') });
  expect(settingsLayers({ ...box.world, cwd: () => box.home })).toHaveLength(1);
});

test('managed settings come last, their parts in order', () => {
  const text: Record<string, string> = {
    '/etc/claude-code/managed-settings.json': '{"env":{"ANTHROPIC_MODEL":"a"}}',
    '/etc/claude-code/managed-settings.d/10.json': '{"env":{"ANTHROPIC_MODEL":"b"}}',
  };
  const { world } = home();
  const files = {
    ...world.files,
    list: () => ['10.json', 'notes.txt'],
    read: (path: string) => text[path] ?? '',
    stat: (path: string) => {
      if (text[path] === undefined) throw new Error(`ENOENT ${path}`);
      return { isFile: () => true, size: 9 } as ReturnType<typeof world.files.stat>;
    },
  };
  const layers = settingsLayers({ ...world, platform: 'linux', files });
  expect(layers.map(({ where }) => where)).toEqual(['managed settings', 'managed settings']);
  expect(steering({ ANTHROPIC_MODEL: 'm' }, layers)[0]?.values.at(-1)).toMatchObject({
    value: 'b',
    wins: true,
  });
});

const LOGIN = { '.claude/.credentials.json': { claudeAiOauth: {} } };
const KEY = { ANTHROPIC_API_KEY: 'k' };

test.each<[string, Env, Files, string[]]>([
  ['nothing', {}, {}, ['ok: no variable or settings file contradicts another']],
  [
    'a file that says something else than the shell',
    { [URL_NAME]: 'a', ...KEY },
    { [USER]: env('b') },
    [
      'problem: ~/.claude/settings.json sets ANTHROPIC_BASE_URL to another value than your shell, and Claude Code takes the one in the file',
    ],
  ],
  [
    'a file that says the same',
    { [URL_NAME]: 'a', ...KEY },
    { [USER]: env('a') },
    ['ok: no variable or settings file contradicts another'],
  ],
  ['a file alone', KEY, { [USER]: env('a') }, ['ok: no variable or settings file contradicts another']],
  [
    'a file that gets through to a session',
    { ...HOSTED, AWS_REGION: 'a' },
    { [USER]: env('b', 'AWS_REGION') },
    ['problem: ~/.claude/settings.json sets AWS_REGION, which Claude Code may let into this session'],
  ],
  [
    'an account in a file that the session does not set',
    HOSTED,
    { [USER]: env('b', 'AWS_PROFILE') },
    ['problem: ~/.claude/settings.json sets AWS_PROFILE, which Claude Code may let into this session'],
  ],
  [
    'an account of another cloud than the session’s',
    { ...HOSTED, AI_SESSION_PROVIDER: 'ollama' },
    { [USER]: env('b', 'AWS_PROFILE') },
    ['ok: no variable or settings file contradicts another'],
  ],
  [
    'tuning in a file during a session',
    HOSTED,
    { [USER]: env('9', 'MAX_THINKING_TOKENS') },
    ['ok: no variable or settings file contradicts another'],
  ],
  [
    'two credentials',
    { ...KEY, ANTHROPIC_AUTH_TOKEN: 't' },
    {},
    ['problem: ANTHROPIC_API_KEY and ANTHROPIC_AUTH_TOKEN are both set, and Claude Code sends both'],
  ],
  [
    'two credentials, one empty',
    { ...KEY, ANTHROPIC_AUTH_TOKEN: '' },
    {},
    ['ok: no variable or settings file contradicts another'],
  ],
  [
    'two providers',
    { CLAUDE_CODE_USE_BEDROCK: '1', CLAUDE_CODE_USE_VERTEX: 'TRUE' },
    {},
    [
      'problem: CLAUDE_CODE_USE_BEDROCK and CLAUDE_CODE_USE_VERTEX are both on, and only one provider is used',
    ],
  ],
  [
    'two providers, one off',
    { CLAUDE_CODE_USE_BEDROCK: '1', CLAUDE_CODE_USE_VERTEX: '0' },
    {},
    ['ok: no variable or settings file contradicts another'],
  ],
  [
    'an address that gets the login',
    { [URL_NAME]: 'http://gw' },
    LOGIN,
    ['problem: ANTHROPIC_BASE_URL is set without a key or token: Claude Code sends your login there'],
  ],
  [
    'an address without a login',
    { [URL_NAME]: 'http://gw' },
    {},
    ['ok: no variable or settings file contradicts another'],
  ],
  [
    'a key before a login',
    KEY,
    LOGIN,
    ['note: a key in the environment wins over your Claude login: `claude` is billed to the key'],
  ],
  [
    'a key before a login in a session',
    { ...HOSTED, ...KEY },
    LOGIN,
    ['ok: no variable or settings file contradicts another'],
  ],
  [
    'a program for credentials',
    {},
    { [LOCAL]: { apiKeyHelper: 'x' } },
    [
      'note: ~/w/.claude/settings.local.json sets apiKeyHelper: its credential may be sent beside the one of a session',
    ],
  ],
  [
    'a file that is no JSON',
    {},
    { [USER]: '{' },
    ['problem: ~/.claude/settings.json is no JSON, so Claude Code leaves it out'],
  ],
  [
    'what Codex does not read',
    { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'u' },
    {},
    ['note: Codex takes no address from OPENAI_BASE_URL', 'note: Codex takes no key from OPENAI_API_KEY'],
  ],
  [
    'a key that Codex reads',
    { OPENAI_API_KEY: 'k', CODEX_API_KEY: 'k' },
    {},
    ['ok: no variable or settings file contradicts another'],
  ],
])('%s', async (_, given, files, expected) => {
  expect(await found(variables, homeWith(given, files))).toEqual(expected);
});
