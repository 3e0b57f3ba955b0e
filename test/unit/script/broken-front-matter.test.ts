import { readScript } from '../../../src/script/script.ts';
import { failure } from './failure.ts';

const HINT = 'Correct the front matter: YAML between the two --- lines.';

const wrong = (yaml: string) =>
  failure(() => readScript(Buffer.from(`#!/usr/bin/env ai\n---\n${yaml}\n---\nHello`), 'task.md'));

const BROKEN: readonly [what: string, yaml: string, message: string][] = [
  [
    'a name that JavaScript reserves',
    'tier: opus\nconstructor: x',
    '4: constructor: this name is reserved; choose another name',
  ],
  [
    'a quote that is not closed',
    'vars:\n  a: "x',
    '5:1: unexpected end of the stream within a double quoted scalar',
  ],
  ['a tab', 'vars:\n\ta: x', '4:1: tab characters must not be used in indentation'],
  ['a key twice', 'tier: opus\ntier: haiku', '4:1: duplicated mapping key'],
  ['a tag that makes code', 'tier: opus\nx: !!js/function "y"', '4:21: unknown tag'],
  [
    'an unknown tier',
    'tier: opsu',
    '3: tier: expected one of fable, opus, sonnet, haiku, found "opsu"; did you mean "opus"?',
  ],
  ['an unknown tool', 'tool: vim', '3: tool: expected one of cc, codex, found "vim"'],
  ['a number for a model', 'model: 5', '3: model: expected a string, found a number; put it in quotes'],
  [
    'a text for a switch',
    'live: "yes"',
    '3: live: expected true or false, found a string; write true or false without quotes',
  ],
  [
    'a model beside a tier',
    'tier: opus\nmodel: x',
    '4: model: a model and a tier exclude each other; leave one of them out',
  ],
  [
    'a text for the variables',
    'vars: topic',
    '3: vars: expected names with defaults or a list of names, found a string',
  ],
  [
    'a name that is none',
    'vars:\n  a: x\n  "b c": y',
    '5: vars."b c": a variable name consists of letters, digits, "_" and "-", and does not begin with a digit or "-"',
  ],
  [
    'a list with something else than names',
    'vars:\n  - a\n  - b: c\n  - 7',
    '5: vars[1]: a variable name consists of letters, digits, "_" and "-", and does not begin with a digit or "-"\n' +
      'task.md:6: vars[2]: a variable name consists of letters, digits, "_" and "-", and does not begin with a digit or "-"',
  ],
  ['two spellings of a name', 'vars:\n  a-b: x\n  a_b: y', '5: vars.a_b: is the same variable as a-b'],
  [
    'a list as a default',
    'vars:\n  a: [x]',
    '4: vars.a: expected a text, a number, true or false, found a list',
  ],
  [
    'a section as a default',
    'vars:\n  a: {default: {b: c}}',
    '4: vars.a.default: expected a text, a number, true or false, found a section',
  ],
  [
    'a misspelt default',
    'vars:\n  a: {defualt: x}',
    '4: vars.a.defualt: a variable has only a default and a description; did you mean "default"?',
  ],
  [
    'a description that is no text',
    'vars:\n  a: {description: [x]}',
    '4: vars.a.description: expected a text, found a list; put it in quotes',
  ],
  [
    'a date',
    'vars:\n  a: 2026-01-31',
    '4: vars.a: YAML reads this as a date and changes it; put it in quotes',
  ],
  [
    'a version that is a number',
    'vars:\n  a: 1.10',
    '4: vars.a: YAML reads this as a number and changes it; put it in quotes',
  ],
  [
    'a number in another base',
    'vars: {a: 0x10}',
    '3: vars.a: YAML reads this as a number and changes it; put it in quotes',
  ],
  [
    'infinity',
    'vars:\n  a:\n    default: .inf',
    '5: vars.a.default: YAML reads this as a number and changes it; put it in quotes',
  ],
  [
    'several things at once',
    'tier: x1\nvars:\n  a: []',
    '3: tier: expected one of fable, opus, sonnet, haiku, found "x1"\n' +
      'task.md:5: vars.a: expected a text, a number, true or false, found a list',
  ],
];

test.each(BROKEN)('%s is told with file and line', async (_what, yaml, message) => {
  expect(await wrong(yaml)).toEqual({ message: `task.md:${message}`, hint: HINT, code: 1 });
});

test('front matter that has no end', async () => {
  expect(
    await failure(() => readScript(Buffer.from('#!/usr/bin/env ai\n---\nvars:\n  a: x\nHello'), 'task.md')),
  ).toEqual({
    message: 'task.md:2: the front matter has no end',
    hint: 'Put a line with --- behind it.',
    code: 1,
  });
});

test('front matter that is larger than 1 MiB', async () => {
  const text = `---\nvars:\n${'  # filler\n'.repeat(110_000)}---\nHello`;
  expect(await failure(() => readScript(Buffer.from(text), 'task.md'))).toEqual({
    message: 'task.md: the front matter is larger than 1024 KiB',
    hint: 'Move what belongs to the prompt below the second --- line.',
    code: 1,
  });
});
