import { type Config, EMPTY_CONFIG } from '../../../src/config/config.ts';
import { choose, toolFor } from '../../../src/plan/choose.ts';
import type { Selection } from '../../../src/plan/selection.ts';
import { PROVIDERS } from '../../../src/providers/index.ts';
import { CONFIG, config } from './machine.ts';

const errors: [string, Selection, Partial<Config>, string, string][] = [
  ['no provider', {}, {}, 'no provider is chosen', PROVIDERS.map(({ id }) => `--${id}`).join(' ')],
  [
    'an account that the provider does not have',
    { provider: 'apikey', awsProfile: 'work' },
    CONFIG,
    '--aws-profile means nothing to Anthropic API',
    'leave it out',
  ],
  [
    'an AWS profile for Vertex',
    { provider: 'vertex', awsProfile: 'w' },
    {},
    '--aws-profile means nothing',
    '',
  ],
  [
    'misspelt',
    { provider: 'vertx' },
    CONFIG,
    'unknown provider "vertx"',
    'Did you mean "vertex"? Providers: aws, ',
  ],
  ['misspelt configured', { provider: 'mygv' }, CONFIG, 'unknown provider "mygv"', 'Did you mean "mygw"?'],
  [
    'nothing like it',
    { provider: 'mainframe' },
    CONFIG,
    'unknown provider "mainframe"',
    'Providers: aws, vertex',
  ],
  [
    'section without a type',
    { provider: 'untyped' },
    CONFIG,
    'unknown provider "untyped"',
    'type: anthropic',
  ],
  [
    'misspelt beside a profile',
    { provider: 'awss', profile: 'work' },
    CONFIG,
    'unknown provider "awss"',
    'Did you mean "aws"?',
  ],
  [
    'misspelt in the configuration',
    {},
    { defaults: { provider: 'awz' } },
    'unknown provider "awz" in the configuration',
    'Did you mean "aws"?',
  ],
];

test.each(errors)('error: %s', (_, asked, parts, message, hint) => {
  expect(() => choose(asked, config(parts))).toThrow(
    expect.objectContaining({
      name: 'UsageError',
      code: 2,
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    }),
  );
});

test('a far name is not suggested', () => {
  expect(() => choose({ provider: 'mainframe' }, config())).toThrow(
    expect.objectContaining({ hint: expect.not.stringContaining('Did you mean') }),
  );
});

test('the first step names the provider by its id and lays the profile over its section', () => {
  expect(choose({ provider: 'AWS', profile: 'work' }, config(CONFIG))).toMatchObject({
    selection: { provider: 'aws', profile: 'work' },
    provider: { id: 'aws' },
    settings: {
      title: 'Bedrock at work',
      region: 'eu-west-1',
      awsProfile: 'work',
      models: { opus: 'o', haiku: 'h2' },
      env: { A: '1', B: '2', C: '2' },
    },
    secretVariables: ['AZURE_KEY', 'GW_TOKEN', 'ENTRA'],
  });
  expect(choose({ profile: 'work' }, config(CONFIG)).settings).not.toHaveProperty('provider');
});

test('what is said about the account wins over the profile and the section', () => {
  const { settings } = choose({ profile: 'work', region: 'ap-south-1', awsProfile: 'other' }, config(CONFIG));
  expect(settings).toMatchObject({ region: 'ap-south-1', awsProfile: 'other', title: 'Bedrock at work' });
  expect(choose({ provider: 'vertex', region: 'global' }, config(CONFIG)).settings.region).toBe('global');
});

/** [asked, the configuration, the tool] */
const tools: [string, Selection, Partial<Config>, string][] = [
  ['nothing', {}, {}, 'cc'],
  ['the defaults', {}, { defaults: { tool: 'codex' } }, 'codex'],
  ['a flag', { tool: 'cc' }, { defaults: { tool: 'codex' } }, 'cc'],
  ['a profile', { profile: 'cx' }, { profiles: { cx: { tool: 'codex' } } }, 'codex'],
  ['a tool beside it', { profile: 'cx', tool: 'cc' }, { profiles: { cx: { tool: 'codex' } } }, 'cc'],
  [
    'the profile of the defaults',
    {},
    { defaults: { profile: 'cx', provider: 'aws' }, profiles: { cx: { tool: 'codex' } } },
    'codex',
  ],
  [
    'the profile of the defaults for another provider',
    { provider: 'ol' },
    { defaults: { profile: 'cx' }, profiles: { cx: { tool: 'codex', provider: 'aws' } } },
    'cc',
  ],
  [
    'the project',
    {},
    { project: { path: '/p', selection: { profile: 'cx' } }, profiles: { cx: { tool: 'codex' } } },
    'codex',
  ],
  [
    'another profile than the project',
    { profile: 'cl' },
    { project: { path: '/p', selection: { profile: 'cx' } }, profiles: { cx: { tool: 'codex' }, cl: {} } },
    'cc',
  ],
];

test.each(tools)('the tool of %s', (_whose, asked, changes, tool) => {
  expect(toolFor(asked, { ...EMPTY_CONFIG, ...changes })).toBe(tool);
});
