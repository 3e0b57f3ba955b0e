import { formatDuration, uptime } from '../../../src/sessions/duration.ts';
import { errno } from '../../../src/sessions/errno.ts';

test.each<[number, string]>([
  [-5, '0s'],
  [0, '0s'],
  [45.9, '45s'],
  [60, '1m'],
  [312, '5m 12s'],
  [3600, '1h'],
  [3605, '1h'],
  [7500, '2h 5m'],
  [86_399, '23h 59m'],
  [266_400, '3d 2h'],
])('%d s is %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

test('uptime counts whole seconds and never goes below nothing', () => {
  expect([uptime(100, 160_999), uptime(100, 50_000), uptime(undefined, 1)]).toEqual([60, 0, undefined]);
});

test('only failed system calls have a code', () => {
  expect(errno(Object.assign(new Error('x'), { code: 'ENOENT' }))).toBe('ENOENT');
  expect([errno(new Error('x')), errno('ENOENT'), errno(undefined)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
