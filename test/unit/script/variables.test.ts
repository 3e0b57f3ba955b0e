import { SELECTION_FLAGS } from '../../../src/plan/flags.ts';
import {
  clashes,
  fill,
  resolveVariables,
  unusedVariables,
  type Variable,
} from '../../../src/script/variables.ts';
import { failure } from './failure.ts';

const variable = (name: string, standard?: string, isBoolean = false): Variable => ({
  name,
  default: standard,
  isBoolean,
  description: undefined,
});

const filled = (text: string, values: Record<string, string>): string =>
  fill(Buffer.from(text), new Map(Object.entries(values))).toString();

const FILLED: readonly [what: string, text: string, values: Record<string, string>, result: string][] = [
  ['everywhere', '{{a}} and {{a}}', { a: 'x' }, 'x and x'],
  ['with blanks inside', '{{ a }}{{a }}{{\ta}}', { a: 'x' }, 'xxx'],
  ['with & in the value', 'R: {{topic}}', { topic: 'R&D budget' }, 'R: R&D budget'],
  ['with backslashes in the value', '{{a}}', { a: '\\1 \\& \\\\' }, '\\1 \\& \\\\'],
  ['with patterns in the value', '{{a}}', { a: "$1 $& $$ $` $' $<a>" }, "$1 $& $$ $` $' $<a>"],
  ['with a placeholder in the value', '{{a}} {{b}}', { a: '{{b}}', b: '{{a}}' }, '{{b}} {{a}}'],
  ['with a flag in the value', '{{a}}', { a: '--weird' }, '--weird'],
  ['with line ends in the value', '{{a}}', { a: 'x\ny\r\n' }, 'x\ny\r\n'],
  ['with nothing in the value', '[{{a}}]', { a: '' }, '[]'],
  ['with other scripts in the value', '{{a}}', { a: 'größe 日本 \u{1F600}' }, 'größe 日本 \u{1F600}'],
  ['with - for _ and _ for -', '{{my_topic}} {{my-topic}}', { 'my-topic': 'x' }, 'x x'],
  ['between more braces', '{{{a}}} {a} {{}} {{ a', { a: 'x' }, '{x} {a} {{}} {{ a'],
  [
    'by exact name',
    '{{A}} {{ab}} {{a.b}} {{1}} {{a b}} {{a\n}}',
    { a: 'x' },
    '{{A}} {{ab}} {{a.b}} {{1}} {{a b}} {{a\n}}',
  ],
  ['only what is declared', '{{a}} {{other}}', { a: 'x' }, 'x {{other}}'],
  ['without variables', '{{a}}', {}, '{{a}}'],
  [
    'by names that objects have',
    '{{constructor}} {{__proto__}}',
    { a: 'x' },
    '{{constructor}} {{__proto__}}',
  ],
];

test.each(FILLED)('placeholders are replaced %s', (_what, text, values, result) => {
  expect(filled(text, values)).toBe(result);
});

test('bytes that are no UTF-8 survive', () => {
  const bytes = Buffer.from([0xff, 0x00, 0x80, 0x0a]);
  const result = fill(Buffer.concat([bytes, Buffer.from('{{a}}'), bytes]), new Map([['a', 'é']]));
  expect(result).toEqual(Buffer.concat([bytes, Buffer.from('é'), bytes]));
});

const VARIABLES = [variable('topic'), variable('my_style', 'casual'), variable('verbose', 'false', true)];

test.each([
  [{ topic: 'x' }, { topic: 'x', 'my-style': 'casual', verbose: 'false' }],
  [
    { topic: '', 'my-style': 'y' },
    { topic: '', 'my-style': 'y', verbose: 'false' },
  ],
  [
    { topic: 'x', verbose: 'true' },
    { topic: 'x', 'my-style': 'casual', verbose: 'true' },
  ],
  [
    { topic: 'x', stranger: 'y' },
    { topic: 'x', 'my-style': 'casual', verbose: 'false' },
  ],
])('%j are resolved', (given, values) => {
  expect(Object.fromEntries(resolveVariables(VARIABLES, new Map(Object.entries(given)), 'a.md'))).toEqual(
    values,
  );
});

const REFUSED: readonly [
  what: string,
  variables: Variable[],
  given: Record<string, string>,
  message: string,
  hint: string,
][] = [
  [
    'every missing value at once',
    [variable('a_b'), variable('c', 'x'), variable('d')],
    {},
    'a.md needs a value for a_b, d',
    'Give --a-b VALUE --d VALUE behind the file.',
  ],
  [
    'a switch that is neither true nor false',
    [variable('verbose', 'true', true)],
    { verbose: 'very' },
    '--verbose cannot be "very"',
    'Give --verbose or --verbose=false: it is a switch.',
  ],
];

test.each(REFUSED)('%s is told', async (_what, variables, given, message, hint) => {
  const values = new Map(Object.entries(given));
  expect(await failure(() => resolveVariables(variables, values, 'a.md'))).toEqual({
    message,
    hint,
    code: 2,
  });
});

test('a variable that has the name of a flag keeps its default', () => {
  expect(clashes([variable('topic', 'x'), variable('model', 'y')], SELECTION_FLAGS, 'a.md')).toEqual([
    'a.md: the variable model has the name of a flag: --model is the flag, the variable keeps its default',
  ]);
});

test('a variable that has the name of a flag and needs a value is an error', async () => {
  expect(await failure(() => clashes([variable('opus')], SELECTION_FLAGS, 'a.md'))).toEqual({
    message:
      'a.md: the variable opus has the name of a flag: --opus is the flag, so the variable cannot get a value',
    hint: 'Rename the variable.',
    code: 1,
  });
});

test('variables that occur nowhere are found', () => {
  const variables = [variable('a_b'), variable('c'), variable('d')];
  expect(unusedVariables(variables, '{{ a-b }} {d} {{d.}}').map(({ name }) => name)).toEqual(['c', 'd']);
});
