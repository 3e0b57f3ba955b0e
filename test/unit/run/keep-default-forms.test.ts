import { loadConfig } from '../../../src/config/load.ts';
import type { Selection } from '../../../src/plan/selection.ts';
import { BUILTIN, removeHomes } from '../config/home.ts';
import { failure } from '../script/failure.ts';
import { clearDefault, edited, realHome, setDefault, textOf } from './default-home.ts';

afterEach(removeHomes);

type Case = readonly [what: string, before: string, asked: Selection | 'clear', after: string];

const json = (value: unknown, indent: number | string, end = '\n'): string =>
  JSON.stringify(value, null, indent) + end;

const [FROM, TO] = [
  {
    providers: { aws: { models: { opus: 'ä/\u2028' } } },
    defaults: { provider: 'aws', tier: 'opus', x: [1] },
  },
  {
    providers: { aws: { models: { opus: 'ä/\u2028' } } },
    defaults: { provider: 'vertex', model: '"a"', x: [1], team: true },
  },
];
const CHANGE: Selection = { provider: 'vertex', model: '"a"', team: true };

const JSON_CASES: readonly Case[] = [
  ['two spaces', json(FROM, 2), CHANGE, json(TO, 2)],
  ['tabs, no end of the last line', json(FROM, '\t', ''), CHANGE, json(TO, '\t', '')],
  ['CR LF', json(FROM, 4).replaceAll('\n', '\r\n'), CHANGE, json(TO, 4).replaceAll('\n', '\r\n')],
  ['one line', json(FROM, 0), CHANGE, json(TO, 0)],
  [
    'numbers and escapes as written',
    '{"x": 1.0e2, "y": "\\u0041"}',
    { tier: 'opus' },
    '{"x": 1.0e2, "y": "\\u0041", "defaults": {"tier": "opus"}}',
  ],
  [
    'no section',
    json({ fallback: [] }, 4),
    { tier: 'opus' },
    json({ fallback: [], defaults: { tier: 'opus' } }, 4),
  ],
  ['nothing at all', '{}\n', { tier: 'opus' }, json({ defaults: { tier: 'opus' } }, 2)],
  ['clearing', json(FROM, 2), 'clear', json({ ...FROM, defaults: { x: [1] } }, 2)],
  ['clearing all', json({ fallback: [], defaults: { tier: 'opus' } }, 2), 'clear', json({ fallback: [] }, 2)],
];

test.each([
  ...JSON_CASES,
  ['a byte order mark', `\uFEFF${json(FROM, 2)}`, CHANGE, `\uFEFF${json(TO, 2)}`] as const,
])('JSON, %s', async (_what, before, asked, after) => {
  expect(await edited('.ai-runnerrc', before, asked)).toBe(after);
});

/** Words that a reader would take for something else, or for the end of the value. */
const MODELS = [
  'yes',
  'null',
  '1e3',
  '2026-01-01',
  '0x10',
  '~',
  '[1m]',
  'a: b',
  'a #b',
  'a,b',
  '"',
  "'",
  '\\',
  '*a',
  'ß…',
  'm'.repeat(200),
];

test.each(MODELS)('a model called %s comes back as it was', async (model) => {
  for (const [name, before] of [
    ['.ai-runnerrc.yaml', ''],
    ['.ai-runnerrc.yaml', "defaults:\n  model: 'x'\n"],
    ['.ai-runnerrc.json', '{}'],
  ] as const) {
    const home = realHome();
    home.plant(name, before);
    await setDefault(home, { model });
    expect((await loadConfig(home.world, BUILTIN)).config.defaults).toEqual({ model });
  }
});

test.each(['.ai-runnerrc.yaml', '.ai-runnerrc.json'])('%s gets no control characters', async (name) => {
  const home = realHome();
  home.plant(name, '{}');
  expect((await failure(() => setDefault(home, { model: 'a\x1b[0m' }))).message).toMatch(
    /control characters/,
  );
  expect(textOf(home, name)).toBe('{}');
});

type Shared = readonly [what: string, text: string, asked: Selection | 'clear', hint: string];

const SHARED: readonly Shared[] = [
  [
    'a value that others use',
    'defaults: { tier: &t opus }\nprofiles: { a: { tier: *t } }\n',
    { tier: 'haiku' },
    'Write it by hand: defaults: { tier: "haiku" }',
  ],
  [
    'a section that others use',
    'defaults: &d { team: true }\nprofiles: { a: *d }\n',
    'clear',
    'Remove its keys by hand.',
  ],
  ['an alias', 'profiles: { a: &a { team: true } }\ndefaults: *a\n', 'clear', 'Remove its keys by hand.'],
  [
    'a merge key',
    'profiles: { a: &a { team: true } }\ndefaults: { <<: *a }\n',
    'clear',
    'Remove its keys by hand.',
  ],
  [
    'text behind its end',
    'fallback: []\n...\n',
    { tier: 'opus' },
    'Write it by hand: defaults: { tier: "opus" }',
  ],
];

test.each(SHARED)('%s is left to the user', async (_what, text, asked, hint) => {
  const home = realHome();
  home.plant('.ai-runnerrc', text);
  expect(
    await failure(() => (asked === 'clear' ? clearDefault(home) : setDefault(home, asked))),
  ).toMatchObject({
    message: 'the section defaults of ~/.ai-runnerrc cannot be changed without changing more',
    hint,
  });
  expect(textOf(home)).toBe(text);
});
