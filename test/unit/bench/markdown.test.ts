import { markdown } from '../../bench/markdown.ts';
import { measuredAs } from './measured.ts';

const REPORT = {
  date: '2030-01-02T03:04:05.000Z',
  machine: { processor: 'a | b' },
  rounds: 50,
  runs: [
    { node: 'v20.0.0', groups: [measuredAs({ node: [20_000], 'env-json': [40_000] })] },
    { node: 'v22.0.0', groups: [] },
  ],
};

test('the results say when and where, show the plots once, and every goal with its verdict', () => {
  const text = markdown(REPORT, [{ file: 'goals.svg', title: 'Goals' }]);
  expect(text).toContain('on 2030-01-02, in 50 rounds');
  expect(text).toContain('| processor | a \\| b |');
  expect(text.split('![Goals](goals.svg)')).toHaveLength(2);
  expect(text.indexOf('![Goals]')).toBeLessThan(text.indexOf('## Node.js v22.0.0'));
  expect(text).toContain('| ai env, JSON config | 2.00 | 1.25 | **no** |');
  expect(text).toContain('| ai env, YAML config | not measured | 1.30 | **no** |');
  expect(text).toContain('| env-json | env-json | 40.0 ms | 2.00 (2.00–2.00) |');
});
