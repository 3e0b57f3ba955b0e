import type { Selection } from '../../../src/plan/selection.ts';
import { removeHomes } from '../config/home.ts';
import { clearDefault, NAME, realHome, setDefault, textOf } from './default-home.ts';

afterEach(removeHomes);

type Case = readonly [what: string, before: string, asked: Selection | 'clear', after: string];

const ANNOTATED = `# Mine, do not touch

profiles:
    work:   { provider: aws,  region: 'eu-west-1' }   # the office

defaults:
    # what I use daily
    provider:   aws     # see profiles
    tier: "opus"
    # colour is not known
    colour: 'red'

providers:
    # aws:
    #     region: us-west-2
    vertex: {project: my-project,region: global}
    ollama:
        models: { opus: a-model-with-a-name-that-is-long, sonnet: another-model-with-a-name-that-is-long, haiku: small }
        # no hooks`;

const YAML: readonly Case[] = [
  ['no text', '', { provider: 'aws', tier: 'opus' }, 'defaults: { provider: aws, tier: opus }\n'],
  ['comments alone', '# to do', { tier: 'opus' }, '# to do\ndefaults: { tier: opus }\n'],
  ['an empty document', '---\n', { tier: 'opus' }, '---\ndefaults: { tier: opus }\n'],
  [
    'other sections, and a comment behind them',
    'profiles:\n  a: { region: r }\n  # b:\n',
    { profile: 'a' },
    'profiles:\n  a: { region: r }\n  # b:\ndefaults: { profile: a }\n',
  ],
  [
    'sections that are indented',
    '  profiles:\n    a: { region: r }\n',
    { profile: 'a' },
    '  profiles:\n    a: { region: r }\n  defaults: { profile: a }\n',
  ],
  ['a section without content', 'defaults: # mine\nproviders:\n', { tier: 'opus' }, 'defaults: { tier: opus } # mine\nproviders:\n'],
  ['a section that is null', 'defaults: null\n', { tier: 'opus' }, 'defaults: { tier: opus }\n'],
  ['a key without a value', 'defaults:\n  tier:\n', { tier: 'opus' }, 'defaults:\n  tier: opus\n'],
  ['a value on lines of its own', 'defaults:\n  model: >-\n    big\n  team: true\n', { model: 'small' }, 'defaults:\n  model: small\n  team: true\n'],
  ['a byte order mark', '\uFEFFdefaults: { tier: opus }\n', { tier: 'haiku' }, '\uFEFFdefaults: { tier: haiku }\n'],
  ['lines that end with CR LF', 'defaults:\r\n  tier: opus\r\n', { tier: 'haiku', team: true }, 'defaults:\r\n  tier: haiku\r\n  team: true\r\n'],
  ['no end of the last line', 'defaults:\n  tier: opus', { team: true }, 'defaults:\n  tier: opus\n  team: true\n'],
  ['braces without spaces', '{defaults: {tier: opus}}', { effort: 'low' }, '{"x"}'],
];

test.each(YAML)('YAML with %s', async (_what, before, asked, after) => {
  const home = realHome();
  home.plant(`${NAME}.yaml`, before);
  await (asked === 'clear' ? clearDefault(home) : setDefault(home, asked));
  expect(textOf(home, `${NAME}.yaml`)).toBe(after);
});
test('x', async () => {
  const home = realHome();
  home.plant(NAME, ANNOTATED);
  await setDefault(home, { provider: 'vertex', model: 'x: [1m]', effort: 'low'});
  console.log(textOf(home), home.said);
  await setDefault(home, { profile: 'work', tier: 'fable'});
  console.log(textOf(home), home.said);
  await clearDefault(home);
  console.log(textOf(home), home.said);
});
