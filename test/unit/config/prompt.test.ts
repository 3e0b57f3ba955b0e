import { expectMessage } from './broken.ts';
import { loadText, removeHomes } from './home.ts';

afterEach(removeHomes);

const COLORS =
  'must be a number from 0 to 255 or one of: default, black, red, green, yellow, blue, magenta, cyan, white, ' +
  'bright-black, bright-red, bright-green, bright-yellow, bright-blue, bright-magenta, bright-cyan, bright-white';
const INVISIBLE =
  'must not contain control, combining or invisible characters (also no U+FE0F): terminals disagree about their width';

const BROKEN: readonly (readonly [what: string, text: string, message: string | string[]])[] = [
  [
    'an unknown name in the format',
    'prompt:\n  format: "{nope}"',
    ':2: prompt.format: has {nope}, which is not one of: provider, title, model, id, tier, effort, tool, profile, region, project, auth, payer, sign, team, gone',
  ],
  [
    'a brace alone',
    'prompt: { format: "a{model" }',
    ':1: prompt.format: has a brace without its other half; write {{ or }} for a brace itself',
  ],
  [
    'an empty format',
    'prompt: { format: "" }',
    ':1: prompt.format: must not be empty; leave the key out instead',
  ],
  [
    'what shells read',
    'prompt: { format: "`id`" }',
    ':1: prompt.format: must not contain a backquote or backslash: shells read them',
  ],
  ['an escape sequence', 'prompt: { format: "\\e[31m{model}" }', `:1: prompt.format: ${INVISIBLE}`],
  [
    'an emoji of two characters',
    'prompt: { symbols: { cloud: "☁️" } }',
    `:1: prompt.symbols.cloud: ${INVISIBLE}`,
  ],
  [
    'a long symbol',
    'prompt: { symbols: { team: "with friends" } }',
    ':1: prompt.symbols.team: must not be longer than 8 characters',
  ],
  [
    'a colour nobody knows',
    'prompt: { colors: { api: gold } }',
    `:1: prompt.colors.api: ${COLORS}; found a string`,
  ],
  ['a number that is none', 'prompt: { colors: { api: 256 } }', `:1: prompt.colors.api: ${COLORS}`],
  [
    'a colour for all',
    'prompt: { colors: red }',
    ':1: prompt.colors: expected a section (keys with values), found a string',
  ],
];

test.each(BROKEN)('%s', (_what, text, message) => expectMessage(text, message));

test('what is right is kept, and a mistyped key is a warning', async () => {
  const prompt = {
    format: '{title}{ tier|model} {{x}}',
    symbols: { cloud: '☁', local: '🦙', api: '', gone: '\ue0a0' },
    colors: { cloud: 208, api: 'bright-red', local: 'default' },
  };
  const { config } = await loadText(JSON.stringify({ prompt }));
  expect(config.prompt).toEqual(prompt);
  const { warnings } = await loadText('prompt: { symbol: {} }');
  expect(warnings).toEqual([
    expect.stringMatching(/:1: prompt\.symbol: unknown key "symbol"; did you mean "symbols"\?$/),
  ]);
});
