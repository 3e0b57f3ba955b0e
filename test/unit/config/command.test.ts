import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { type ConfigArgs, run } from '../../../src/config/command.ts';
import { BUILTIN, failure, type Home, makeHome, removeHomes } from './home.ts';

afterEach(removeHomes);

const NAME = '.ai-runnerrc';
const VALID = 'defaults: { tier: opus }\n';
const ODD = 'defaults: { tier: opus }\ncolour: red\n';
const BROKEN = 'defaults:\n  tier: opsu\n  team: 1\n';

/** Runs the command in a home with this file; paths of the home are written as `~`. */
const ask = async (args: ConfigArgs, text?: string) => {
  const home = makeHome();
  if (text !== undefined) home.plant(NAME, text);
  const status = await run(home.world, args, BUILTIN);
  const shown = (lines: string[]) => lines.join('').replaceAll(home.path, '~');
  return { status, out: shown(home.printed), err: shown(home.said) };
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const UNKNOWN_COLOUR = '~/.ai-runnerrc:2: colour: unknown key "colour"';

type Case = readonly [
  what: string,
  args: ConfigArgs,
  text: string | undefined,
  expected: { status: number; out: string; err?: string },
];

const EMPTY = { defaults: {}, profiles: {}, providers: {} };
const OPUS = { ...EMPTY, defaults: { tier: 'opus' } };
const OK = 'ok: ~/.ai-runnerrc\n';

const PATH: readonly Case[] = [
  ['path of the file', { action: 'path' }, VALID, { status: 0, out: '~/.ai-runnerrc\n' }],
  ['path of a broken file', { action: 'path' }, BROKEN, { status: 0, out: '~/.ai-runnerrc\n' }],
  ['path without a file', { action: 'path' }, undefined, { status: 1, out: '~/.ai-runnerrc\n' }],
  [
    'path --json',
    { action: 'path', json: true },
    undefined,
    { status: 1, out: json({ path: '~/.ai-runnerrc', exists: false }) },
  ],
];

const SHOW: readonly Case[] = [
  ['show', { action: 'show' }, VALID, { status: 0, out: stringify(OPUS) }],
  ['show without a file', { action: 'show' }, undefined, { status: 0, out: stringify(EMPTY) }],
  ['show --json', { action: 'show', json: true }, VALID, { status: 0, out: json(OPUS) }],
];

const VALIDATE: readonly Case[] = [
  ['validate', { action: 'validate' }, VALID, { status: 0, out: OK }],
  [
    'validate with a warning',
    { action: 'validate' },
    ODD,
    { status: 0, out: OK, err: `warning: ${UNKNOWN_COLOUR}\n` },
  ],
  [
    'validate without a file',
    { action: 'validate' },
    undefined,
    { status: 0, out: 'ok: there is no configuration file, the built-in defaults apply\n' },
  ],
  [
    'validate --json',
    { action: 'validate', json: true },
    ODD,
    {
      status: 0,
      out: json({ path: '~/.ai-runnerrc', valid: true, errors: [], warnings: [UNKNOWN_COLOUR] }),
    },
  ],
  [
    'validate --json of a broken file',
    { action: 'validate', json: true },
    BROKEN,
    {
      status: 1,
      out: json({
        path: '~/.ai-runnerrc',
        valid: false,
        errors: [
          '~/.ai-runnerrc:2: defaults.tier: expected one of fable, opus, sonnet, haiku, found "opsu"; did you mean "opus"?',
          '~/.ai-runnerrc:3: defaults.team: expected true or false, found a number',
        ],
        warnings: [],
      }),
    },
  ],
];

const REGION = 'providers: { aws: { region: us-west-2 }, vercel: { token: literal-token-value } }\n';

const GET: readonly Case[] = [
  ['get', { action: 'get', key: 'providers.aws.region' }, REGION, { status: 0, out: 'us-west-2\n' }],
  [
    'get of a section',
    { action: 'get', key: 'providers.aws' },
    REGION,
    { status: 0, out: 'region: us-west-2\n' },
  ],
  [
    'get --json',
    { action: 'get', key: 'providers.aws', json: true },
    REGION,
    { status: 0, out: json({ region: 'us-west-2' }) },
  ],
];

test.each([
  [
    'providers.aws.regoin',
    '"providers.aws.regoin" is not set',
    'did you mean "region"?\nproviders.aws has: region.',
  ],
  ['providers.aws.region.x', '"providers.aws.region.x" is not set', 'providers.aws.region has no keys.'],
  ['toString', '"toString" is not set', 'The configuration has: defaults, profiles, providers.'],
])('get %s tells what there is', async (key, message, hint) => {
  expect(await failure(() => ask({ action: 'get', key }, REGION))).toEqual({ message, hint });
});

test('get never shows a secret that is written out', async () => {
  const { out } = await ask({ action: 'get', key: 'providers.vercel.token' }, REGION);
  expect(out).not.toContain('literal-token');
});

test.each([...PATH, ...SHOW, ...VALIDATE, ...GET])('%s', async (_what, args, text, expected) => {
  expect(await ask(args, text)).toEqual({ err: '', ...expected });
});

test('an error from a part of the program with its own copy of the class is a verdict too', async () => {
  jest.resetModules();
  expect(await ask({ action: 'validate', json: true }, BROKEN)).toMatchObject({ status: 1, err: '' });
});

test.each(['show', 'validate'] as const)('%s of a broken file tells every problem', async (action) => {
  const { message } = await failure(() => ask({ action }, BROKEN));
  expect(message.split('\n')).toHaveLength(2);
});

const withOther = (text: string): Home => {
  const home = makeHome();
  home.plant(NAME, BROKEN);
  home.plant('other.yaml', text);
  return home;
};

test.each(['~/other.yaml', '../home/other.yaml'])('validate %s looks at that file instead', async (file) => {
  const home = withOther(VALID);
  expect(await run(home.world, { action: 'validate', file }, BUILTIN)).toBe(0);
  expect(home.printed).toEqual([`ok: ${join(home.path, 'other.yaml')}\n`]);
});

test('validate names a file that does not exist', async () => {
  const { world } = makeHome();
  const { message } = await failure(() => run(world, { action: 'validate', file: '~/gone' }, BUILTIN));
  expect(message).toBe('The configuration ~/gone does not exist');
});

test('path needs a home folder or a named file', async () => {
  const { world } = makeHome({ home: undefined });
  const { hint } = await failure(() => run(world, { action: 'path' }, BUILTIN));
  expect(hint).toBe('Set HOME or AI_RUNNER_CONFIG.');
});

const SECRETS = `
profiles:
  work:
    token: sk-work-0123456789-abcd
    env:
      GW_TOKEN: tok-0123456789-wxyz
      HTTPS_PROXY: http://me:hush@proxy:3128
      LANG: C.UTF-8
providers:
  apikey: { apiKey: short-key }
  azure: { resource: res, apiKey: { command: [pass, show, azure] } }
`;

const SHOWN = {
  defaults: {},
  profiles: {
    work: {
      token: '…abcd',
      env: { GW_TOKEN: '…wxyz', HTTPS_PROXY: 'http://…@proxy:3128', LANG: 'C.UTF-8' },
    },
  },
  providers: {
    apikey: { apiKey: '…' },
    azure: { resource: 'res', apiKey: { command: ['pass', 'show', 'azure'] } },
  },
};

test.each([
  ['YAML', false],
  ['JSON', true],
])('show masks what is secret in its %s', async (_format, asJson) => {
  const { out } = await ask({ action: 'show', json: asJson }, SECRETS);
  // JSON is YAML.
  expect(parse(out)).toEqual(SHOWN);
  expect(out.startsWith('{')).toBe(asJson);
});
