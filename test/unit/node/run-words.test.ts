import { withWords } from '../../../src/node/keep-cache.ts';
import { wordsOfRun } from '../../../src/node/run-words.ts';

const words = (line: string, ...parts: string[]): string =>
  wordsOfRun(line.split(' ').filter(Boolean), parts).join(' ');

test.each([
  ['', ''],
  ['env --opus --aws', 'env --opus --aws'],
  ['env --model my-model --region=secret', 'env --model --region'],
  ['run -p sk-secret --UPPER --x9 secret', 'run'],
  ['--help', '--help'],
  ['a\nb --c\nd', ''],
  ['s\u00e9cret', ''],
  [`run --${'a'.repeat(25)} --${'a'.repeat(24)}`, `run --${'a'.repeat(24)}`],
])('%j is %j: names of flags, no values', (line, expected) => {
  expect(words(line)).toBe(expected);
});

test('the parts that were loaded count', () => {
  expect(words('env --aws', 'tmp', 'js-yaml')).toBe('tmp js-yaml env --aws');
});

test('each is remembered once', () => {
  expect(withWords(['env', '--aws'], ['env', '--opus', '--aws'])).toEqual(['env', '--aws', '--opus']);
});

test('what is remembered fits into the head of a cache', () => {
  let seen: string[] = [];
  for (let index = 0; index < 1000; index += 1) {
    seen = withWords(seen, ['env', `--${String(index).padStart(24, 'x')}`]);
    expect(seen.join('\n').length).toBeLessThanOrEqual(3000);
    expect(seen).toEqual(expect.arrayContaining(['env', `--${String(index).padStart(24, 'x')}`]));
  }
});
