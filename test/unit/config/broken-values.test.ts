import { type BrokenFile, expectMessage } from './broken.ts';
import { failure, loadText, removeHomes } from './home.ts';

afterEach(removeHomes);

const choices: readonly BrokenFile[] = [
  [
    'a mistyped tier',
    'defaults:\n  tier: opsu',
    ':2: defaults.tier: expected one of fable, opus, sonnet, haiku, found "opsu"; did you mean "opus"?',
  ],
  [
    'a tier that is nothing like one',
    '{"profiles": {\n"x": {\n"tier": "gpt"}}}',
    ':3: profiles.x.tier: expected one of fable, opus, sonnet, haiku, found "gpt"',
  ],
  [
    'a tool as a list',
    'defaults:\n  tool: [cc]',
    ':2: defaults.tool: expected one of cc, codex, found a list',
  ],
  [
    'a YAML 1.1 boolean',
    'defaults: { team: yes }',
    ':1: defaults.team: expected true or false, found a string; write true or false without quotes',
  ],
  [
    'a number where text belongs',
    'providers:\n  vertex:\n    project: 12345',
    ':3: providers.vertex.project: expected a string, found a number; put it in quotes',
  ],
  [
    'a date where text belongs',
    'defaults: { model: 2026-01-02 }',
    ':1: defaults.model: expected a string, found a date; put it in quotes',
  ],
  [
    'an empty text',
    'providers: { aws: { awsProfile: "" } }',
    ':1: providers.aws.awsProfile: must not be empty; leave the key out instead',
  ],
  [
    'a text with a line end',
    'providers:\n  aws:\n    smallModel: "a\\nb"',
    ':3: providers.aws.smallModel: must not contain control characters or line ends',
  ],
  [
    'a model beside a tier',
    'defaults:\n  tier: opus\n  model: big',
    ':3: defaults.model: a model and a tier exclude each other; leave one of them out',
  ],
];

const shapes: readonly BrokenFile[] = [
  ['a list at the top', '- defaults', ': top level: expected a section (keys with values), found a list'],
  ['a text at the top', 'hello', ': top level: expected a section (keys with values), found a string'],
  [
    'a list for a section',
    'tools: {}\nproviders: [aws, vertex]',
    ':2: providers: expected a section (keys with values), found a list',
  ],
  [
    'a text for a section',
    'profiles:\n  work: aws',
    ':2: profiles.work: expected a section (keys with values), found a string',
  ],
  [
    'a date for a section',
    'defaults: 2026-01-02',
    ':1: defaults: expected a section (keys with values), found a date',
  ],
  [
    'hooks as shell text',
    'providers:\n  ollama:\n    hooks:\n      start: ollama serve',
    ':4: providers.ollama.hooks.start: expected a list, found a string; write a list: [first, second]',
  ],
  [
    'a hook without a program',
    'hooks: { cleanup: [[true-program, x], []] }',
    ':1: hooks.cleanup[1]: must begin with a program, e.g. [pass, show, name]',
  ],
  [
    'a fallback that is no list',
    'fallback: 3',
    ':1: fallback: expected a list, found a number; write a list: [first, second]',
  ],
];

const addresses: readonly BrokenFile[] = [
  'ftp://x',
  'localhost:11434',
  'https://',
  'http://a b',
  'file:///etc',
  'http:\\\\x',
].map(
  (address): BrokenFile => [
    `the address ${address}`,
    `providers:\n  aws:\n    baseUrl: '${address}'`,
    ':3: providers.aws.baseUrl: must be an address that begins with http:// or https://',
  ],
);

test.each([...choices, ...shapes, ...addresses])(
  '%s is told with file, line, path and remedy',
  (_what, text, message) => expectMessage(text, message),
);

test('of very many problems, the first fifty are told', async () => {
  const names = Array.from({ length: 53 }, (_, index) => `p${index}: 1`);
  const { message } = await failure(() => loadText(`profiles: {${names.join(', ')}}`));
  const lines = message.split('\n');
  expect([lines.length, lines.at(-1)]).toEqual([51, '… and 3 more']);
});

test('every problem is told at once, from the top of the file to its end', async () => {
  const text = `
providers: [x]
defaults:
  team: 1
profiles:
  work:
    region: [a]
    effort: hihg
`;
  const { message } = await failure(() => loadText(text));
  expect(message.split('\n').map((line) => line.split(' ', 2).join(' '))).toEqual([
    '~/.ai-runnerrc:2: providers:',
    '~/.ai-runnerrc:4: defaults.team:',
    '~/.ai-runnerrc:7: profiles.work.region:',
    '~/.ai-runnerrc:8: profiles.work.effort:',
  ]);
});
