import { kindOfRun, withKind } from '../../../src/node/run-kind.ts';

const kind = (line: string, ...parts: string[]): string =>
  kindOfRun(line.split(' ').filter(Boolean), new Set(parts));

test.each([
  ['', ''],
  ['env --opus --aws', 'env --aws --opus'],
  ['env --aws --aws', 'env --aws'],
  ['env --model my-model --region=secret', 'env --model --region'],
  ['run -p sk-secret --UPPER --x9 ---', 'run'],
  [`run --${'a'.repeat(25)} --${'a'.repeat(24)}`, `run --${'a'.repeat(24)}`],
])('%j is %j: names of flags, no values', (line, expected) => {
  expect(kind(line)).toBe(expected);
});

test('the parts that were loaded count', () => {
  expect(kind('env --aws', 'tmp', 'js-yaml')).toBe('env --aws js-yaml tmp');
});

test('it is one line of plain text, and not a long one', () => {
  expect(
    kindOfRun(
      [
        'a\nb\u00e9',
        ...Array.from({ length: 26 }, (_, i) => `--flag-number-${'abcdefghijklmnopqrstuvwxyz'[i]}`),
      ],
      new Set(),
    ),
  ).toMatch(/^a\?b\?[ -~]{196}$/);
});

test('what was seen is bounded', () => {
  const seen = Array.from({ length: 40 }).reduce<string[]>(
    (kinds, _, index) => withKind(kinds, `env ${index}`),
    [],
  );
  expect(seen.length).toBeLessThanOrEqual(16);
  expect(seen.at(-1)).toBe('env 39');
});
