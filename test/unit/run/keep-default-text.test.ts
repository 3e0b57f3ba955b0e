import type { Selection } from '../../../src/plan/selection.ts';
import { removeHomes } from '../config/home.ts';
import { edited } from './default-home.ts';

afterEach(removeHomes);

type Case = readonly [what: string, before: string, asked: Selection | 'clear', after: string];

/** Everything that printing the document anew would change. */
const around = (defaults: string): string => `# Mine, do not touch

profiles:
    work:   { provider: aws,  region: 'eu-west-1' }   # the office

defaults:
    # what I use daily
${defaults}
providers:
    # aws:
    #     region: us-west-2
    vertex: {project: my-project,region: global}
    ollama:
        models: { opus: a-model-with-a-name-that-is-long, sonnet: another-model-with-a-name-that-is-long, haiku: it }
        # no hooks`;

const OLD = around(`    provider:   aws     # see profiles
    "tier": "opus"
    # colour is not known
    colour: 'red'
    effort: low # cheap

    # team: true
`);

const ANNOTATED: readonly Case[] = [
  [
    'a change',
    OLD,
    { provider: 'vertex', model: 'big: [1m]', team: false },
    around(`    provider:   vertex     # see profiles
    "model": "big: [1m]"
    # colour is not known
    colour: 'red'
    effort: low # cheap
    team:   false

    # team: true
`),
  ],
  [
    'a profile and a tier',
    OLD,
    { profile: 'work', tier: 'haiku' },
    around(`    profile:   work     # see profiles
    "tier": "haiku"
    # colour is not known
    colour: 'red'
    effort: low # cheap

    # team: true
`),
  ],
  [
    'clearing',
    OLD,
    'clear',
    around(`    # colour is not known
    colour: 'red'

    # team: true
`),
  ],
];

const BLOCKS: readonly Case[] = [
  [
    'the only keys of a section',
    'defaults:\n  tier: opus\n  team: true\n# next\nprofiles: {}\n',
    'clear',
    '# next\nprofiles: {}\n',
  ],
  ['a comment on the section', 'defaults: # mine\n  tier: opus\n', 'clear', 'defaults: # mine\n'],
  ['a comment in the section', 'defaults:\n  # mine\n  tier: opus\n', 'clear', 'defaults:\n  # mine\n'],
  [
    'a key without a value',
    'defaults:\n  tier: # c\n  team:\n',
    { tier: 'opus', team: true },
    'defaults:\n  tier: opus # c\n  team: true\n',
  ],
  [
    'a value on lines of its own',
    'defaults:\n  model: >-\n    big\n  team: true\n',
    { model: 'small' },
    'defaults:\n  model: small\n  team: true\n',
  ],
  [
    'lines that end with CR LF',
    'defaults:\r\n  tier: opus\r\n',
    { tier: 'haiku', team: true },
    'defaults:\r\n  tier: haiku\r\n  team: true\r\n',
  ],
  [
    'no end of the last line',
    'defaults:\n  tier: opus',
    { team: true },
    'defaults:\n  tier: opus\n  team: true\n',
  ],
  [
    'another section that uses its keys',
    'defaults: { tier: &t opus }\nproviders: { ollama: { models: { opus: *t } } }\n',
    { team: true },
    'defaults: { tier: &t opus, team: true }\nproviders: { ollama: { models: { opus: *t } } }\n',
  ],
];

const ABSENT: readonly Case[] = [
  ['no text', '', { provider: 'aws', tier: 'opus' }, 'defaults: { provider: aws, tier: opus }\n'],
  ['no text, cleared', '', 'clear', ''],
  ['comments alone', '# to do', { tier: 'opus' }, '# to do\ndefaults: { tier: opus }\n'],
  ['an empty document', '---\n', { tier: 'opus' }, '---\ndefaults: { tier: opus }\n'],
  [
    'a byte order mark',
    '\uFEFFfallback: []\n',
    { tier: 'opus' },
    '\uFEFFfallback: []\ndefaults: { tier: opus }\n',
  ],
  [
    'a comment behind the last section',
    'providers:\n  aws: {}\n  # pro:\n',
    { tier: 'opus' },
    'providers:\n  aws: {}\n  # pro:\ndefaults: { tier: opus }\n',
  ],
  ['indented sections', '  fallback: []\n', { tier: 'opus' }, '  fallback: []\n  defaults: { tier: opus }\n'],
  ['nothing in it', 'defaults: # mine\n', { tier: 'opus' }, 'defaults: { tier: opus } # mine\n'],
  [
    'null in it',
    'defaults: null\nfallback: []\n',
    { tier: 'opus' },
    'defaults: { tier: opus }\nfallback: []\n',
  ],
];

const BRACES: readonly Case[] = [
  [
    'a key that is added',
    'defaults: {tier: opus} # c\n',
    { team: true },
    'defaults: {tier: opus, team: true} # c\n',
  ],
  [
    'a key that replaces another',
    'defaults: { provider: aws, tier: opus }\n',
    { model: 'a, b' },
    'defaults: { provider: aws, model: "a, b" }\n',
  ],
  ['keys that go', 'defaults: { tier: opus, x: 1, team: true }\n', 'clear', 'defaults: { x: 1 }\n'],
  ['only keys that go', 'defaults: { tier: opus, team: true }\nfallback: []\n', 'clear', 'fallback: []\n'],
  [
    'lines and comments, a key that is added',
    'defaults: {\n    # a\n    tier: opus # b\n  }\n',
    { team: true },
    'defaults: {\n    # a\n    tier: opus, # b\n    team: true\n  }\n',
  ],
  [
    'lines and comments, keys that go',
    'defaults: {\n  # a\n  tier: opus, # b\n  x: 1, # c\n  team: true, # d\n}\n',
    'clear',
    'defaults: {\n  # a\n   # b\n  x: 1, # c\n   # d\n}\n',
  ],
  ['a comment behind them', 'defaults: { tier: opus } # c\n', 'clear', 'defaults: {} # c\n'],
  [
    'a comma and a comment behind the last key',
    'defaults: {\n  tier: opus, # a, b\n}\n',
    { team: true },
    'defaults: {\n  tier: opus, # a, b\n  team: true\n}\n',
  ],
  ['a comment alone', 'defaults: { # a\n}\n', { team: true }, 'defaults: { team: true # a\n}\n'],
  [
    'sections of one line',
    '{fallback: [], defaults: {}}',
    { tier: 'opus' },
    '{fallback: [], defaults: { tier: opus }}',
  ],
];

test.each([
  ...ANNOTATED,
  ...BLOCKS,
  ...ABSENT.map(([what, ...rest]) => [`defaults absent: ${what}`, ...rest] as const),
  ...BRACES.map(([what, ...rest]) => [`defaults in braces: ${what}`, ...rest] as const),
])('YAML, %s', async (_what, before, asked, after) => {
  expect(await edited('.ai-runnerrc.yaml', before, asked)).toBe(after);
});
