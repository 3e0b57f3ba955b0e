import { escapeJson, escapeText } from '../../../src/text/escape.ts';

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
