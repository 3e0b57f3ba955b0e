import { readScript } from '../../../src/script/script.ts';

const read = (text: string) => readScript(Buffer.from(text), 'task.md');

const plain = { selection: {}, live: undefined, variables: [], shebang: [], warnings: [] };

test('a script in full', async () => {
  const text = [
    '#!/usr/bin/env -S ai --aws --live',
    '---',
    'tier: opus',
    'live: true',
    'vars:',
    '  topic:',
    '  style: casual # of the text',
    '---',
    'Write about {{topic}}, {{style}}.',
    '',
  ].join('\n');
  expect(await read(text)).toEqual({
    shebang: ['--aws', '--live'],
    selection: { tier: 'opus' },
    live: true,
    variables: [
      { name: 'topic', default: undefined, isBoolean: false, description: undefined },
      { name: 'style', default: 'casual', isBoolean: false, description: undefined },
    ],
    body: Buffer.from('Write about {{topic}}, {{style}}.\n'),
    warnings: [],
  });
});

test('every key that chooses', async () => {
  const yaml =
    'provider: aws\nprofile: work\nmodel: my-model\ntool: codex\neffort: high\nteam: false\nlive: false';
  expect(await read(`---\n${yaml}\n---\nHello`)).toMatchObject({
    selection: {
      provider: 'aws',
      profile: 'work',
      model: 'my-model',
      tool: 'codex',
      effort: 'high',
      team: false,
    },
    live: false,
    body: Buffer.from('Hello'),
  });
});

test.each([
  ['carriage returns', '#!/usr/bin/env ai\r\n---\r\ntier: opus\r\n---\r\nHello\r\n', 'Hello\r\n'],
  ['a byte order mark', '\uFEFF---\ntier: opus\n---\nHello', 'Hello'],
  ['blanks behind the rules', '--- \ntier: opus\n---\t\nHello', 'Hello'],
  ['nothing behind it', '---\ntier: opus\n---', ''],
  ['a rule in the prompt', '---\ntier: opus\n---\n---\nHello\n---\n', '---\nHello\n---\n'],
  ['an empty line behind it', '---\ntier: opus\n---\n\nHello', '\nHello'],
])('front matter with %s', async (_what, text, body) => {
  expect(await read(text)).toMatchObject({
    selection: { tier: 'opus' },
    body: Buffer.from(body),
    warnings: [],
  });
});

test.each([
  ['prose between rules', '---\nHello\n---\nworld\n'],
  ['a list between rules', '---\n- one\n- two\n---\n'],
  ['broken YAML between rules', '---\nSay: "Hello\n---\nworld'],
  ['tags between rules', '---\nx: !!js/function "y"\n---\n'],
  ['nothing between rules', '---\n---\nHello'],
  ['a comment between rules', '---\n# vars\n---\nHello'],
  ['a rule that is not closed', '---\nHello'],
  ['a rule that is not closed, and a key later', '---\nHello\nmodel: x\n'],
  ['a rule further down', 'Hello\n---\ntier: opus\n---\n'],
  ['an empty line before it', '\n---\ntier: opus\n---\n'],
  ['more than three dashes', '----\ntier: opus\n----\n'],
  ['text behind the dashes', '--- x\ntier: opus\n---\n'],
])('%s is prompt', async (_what, text) => {
  expect(await read(text)).toEqual({ ...plain, body: Buffer.from(text) });
});

test('2 MiB between rules are prompt', async () => {
  const bytes = Buffer.from(`---\n${'x: y\n'.repeat(400_000)}---\n`);
  expect((await readScript(bytes, 'task.md')).body.equals(bytes)).toBe(true);
});

test('bytes that are no UTF-8 survive behind front matter', async () => {
  const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x0a, 0xe2, 0x80, 0xa8]);
  const text = Buffer.concat([Buffer.from('---\ntier: opus\n---\n'), bytes]);
  expect((await readScript(text, 'task.md')).body).toEqual(bytes);
});

const WARNED: readonly [what: string, text: string, warnings: string[]][] = [
  [
    'a first line of another program',
    '#!/bin/bash\n---\ntier: opus\n---\n',
    ['task.md:1: the first line runs another program, not ai; it stays in the prompt'],
  ],
  [
    'unknown keys',
    '#!/usr/bin/env ai\n---\ntier: opus\nefort: high\n---\nHello',
    ['task.md:4: efort: unknown key "efort"; did you mean "effort"?'],
  ],
  [
    'a mapping without any known key',
    '---\ntitle: Hello\n---\nHello',
    ['task.md:2: title: unknown key "title"'],
  ],
  [
    'a key that is almost vars',
    '---\nvar: [a]\n---\nHello',
    ['task.md:2: var: unknown key "var"; did you mean "vars"?'],
  ],
  [
    'a variable that is not used',
    '---\nvars: [topic]\n---\n{{topics}}',
    ['task.md: the variable topic is declared, but {{topic}} does not occur'],
  ],
];

test.each(WARNED)('%s is warned about', async (_what, text, warnings) => {
  expect((await read(text)).warnings).toEqual(warnings);
});
