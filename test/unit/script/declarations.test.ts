import { readScript } from '../../../src/script/script.ts';

const declared = async (yaml: string) =>
  (await readScript(Buffer.from(`---\n${yaml}\n---\n`), 'a.md')).variables;

const text = (name: string, value: string | undefined) => ({
  name,
  default: value,
  isBoolean: false,
  description: undefined,
});

test.each([
  ['nothing', 'vars:', []],
  ['an empty mapping', 'vars: {}', []],
  [
    'a list of names',
    'vars: [a, b_c, D-2]',
    [text('a', undefined), text('b_c', undefined), text('D-2', undefined)],
  ],
  ['a name without a default', 'vars:\n  a:\n  b: ~', [text('a', undefined), text('b', undefined)]],
  ['a text in another script', 'vars:\n  a: größe 日本', [text('a', 'größe 日本')]],
  ['an empty text', 'vars:\n  a: ""', [text('a', '')]],
  [
    'texts',
    'vars:\n  a: x y\n  b: "#1"\n  c: yes\n  d: |\n    1\n    2',
    [text('a', 'x y'), text('b', '#1'), text('c', 'yes'), text('d', '1\n2\n')],
  ],
  [
    'numbers as they are typed',
    'vars:\n  a: 10\n  b: -1.5\n  "c": 0 # none\nlive: true',
    [text('a', '10'), text('b', '-1.5'), text('c', '0')],
  ],
  ['numbers in one line', 'vars: {a: 1, b: {default: 2.5}}', [text('a', '1'), text('b', '2.5')]],
  ['a version in quotes', 'vars:\n  a: "1.10"', [text('a', '1.10')]],
  [
    'switches',
    'vars:\n  a: true\n  b: False\n  c: "true"',
    [
      { ...text('a', 'true'), isBoolean: true },
      { ...text('b', 'false'), isBoolean: true },
      text('c', 'true'),
    ],
  ],
  [
    'descriptions',
    'vars:\n  a: {default: x, description: What}\n  b: {description: Why}\n  c: {default: null}',
    [
      { ...text('a', 'x'), description: 'What' },
      { ...text('b', undefined), description: 'Why' },
      text('c', undefined),
    ],
  ],
  [
    'names that objects have',
    'vars:\n  constructor: x\n  toString: y\n  __proto__: z',
    [text('constructor', 'x'), text('toString', 'y'), text('__proto__', 'z')],
  ],
  ['an alias', 'vars:\n  a: &x one\n  b: *x', [text('a', 'one'), text('b', 'one')]],
])('%s', async (_what, yaml, variables) => {
  expect(await declared(yaml)).toEqual(variables);
});
