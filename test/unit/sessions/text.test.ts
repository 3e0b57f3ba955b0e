import { formatDuration, uptime } from '../../../src/sessions/duration.ts';
import { errno } from '../../../src/sessions/errno.ts';
import { escapeJson, escapeText } from '../../../src/sessions/escape.ts';

test.each<[string, string]>([
  ['plain, ünïcode 漢字 🙂 \\', 'plain, ünïcode 漢字 🙂 \\'],
  ['a\tb\nc\rd\x00', 'a\\x09b\\x0ac\\x0dd\\x00'],
  ['\x1b[31mred\x7f', '\\x1b[31mred\\x7f'],
  ['\x80\x9b\x9f', '\\x80\\x9b\\x9f'],
  ['\u202eevil\u2066\u200f\u061c', '\\u202eevil\\u2066\\u200f\\u061c'],
  ['\u2028\u2029', '\\u2028\\u2029'],
])('%j is shown as %j', (text, shown) => {
  expect(escapeText(text)).toBe(shown);
});

test('escaped JSON means the same', () => {
  const value = { a: 'x\x7f\x9b\u202e\ny' };
  const json = escapeJson(JSON.stringify(value));
  expect(json).toBe('{"a":"x\\u007f\\u009b\\u202e\\ny"}');
  expect(JSON.parse(json)).toEqual(value);
});

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
