import { faultOffset, parseJson } from '../../../src/config/json.ts';
import { failure, loadText, removeHomes } from './home.ts';

afterEach(removeHomes);

const BROKEN: readonly [what: string, text: string, message: string][] = [
  ['a comma too many', '{\n  "defaults": {"tier": "opus",}\n}', ':2:31: unexpected "}"'],
  ['a comma too few', '{"defaults": {}\n "profiles": {}}', ':2:2: unexpected "\\""'],
  ['an end too early', '{"defaults": {\n', ':2:1: unexpected end of file'],
  ['a text without an end', '{"defaults": "x', ':1:16: unexpected end of file'],
  ['single quotes', "{\n\n'a': 1}", ':3:1: unexpected "\'"'],
  ['a comment', '{"a": 1} // no', ':1:10: unexpected "/"'],
  ['a word that is no value', '{"a": tru}', ':1:10: unexpected "}"'],
  ['a key twice', '{"profiles": {"a": {}, "b": {},\n  "a": {}}}', ':2:3: a key stands twice in one section'],
  ['endless nesting', `{"a":${'['.repeat(200_000)}`, ':1:105: nested too deeply'],
  ['too much nesting', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, ':1:105: nested too deeply'],
  ['a tab', 'defaults:\n\ttier: opus', ':2:1: tab characters must not be used in indentation'],
  ['a section twice', 'defaults: {}\ndefaults: {}', ':2:1: duplicated mapping key'],
  ['a tag that makes code', 'a: 1\ntier: !!js/function "x"', ':2:24: unknown tag'],
  ['an alias of nothing', 'a: *sk-secret', ':1:14: unidentified alias'],
  ['two documents', 'a: 1\n---\nb: 2', ': expected a single document in the stream, but found more'],
  ['lists without end', `a: ${'['.repeat(5000)}`, ':1:103: nesting exceeded maxDepth (100)'],
];

test.each(BROKEN)('%s is told with file, line and column', async (_what, text, message) => {
  expect(await failure(() => loadText(text))).toEqual({
    message: `~/.ai-runnerrc${message}`,
    hint: 'Correct the file: YAML, or JSON when it begins with "{"; `ai config validate` checks it again.',
  });
});

test('nothing of what surrounds a fault is shown', async () => {
  const { message } = await failure(() => loadText('{"token": sk-0123456789, "x": 1}', '.ai-runnerrc.json'));
  expect(message).toBe('~/.ai-runnerrc.json:1:11: unexpected "s"');
});

test.each([
  ['', 0],
  ['{', 1],
  ['{a:1}', 1],
  ['{"a"', 4],
  ['{"a" 1}', 5],
  ['{"a": 01}', 7],
  ['{"a": 1e}', 8],
  ['{"a": -}', 7],
  ['{"a": [1 2]}', 9],
  ['{"a": "\\q"}', 8],
  ['{"a": "\\u12x4"}', 11],
  ['{"a": "x\ny"}', 8],
  ['{"a": nulll}', 10],
  ['{"a": 1}}', 8],
])('the fault in %j is at offset %i', (text, offset) => {
  expect(faultOffset(text)).toBe(offset);
});

test.each([
  ['a colon in a text', '{"a": "b\\": c", "b": ":"}'],
  ['equal keys in different sections', '{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]}'],
  ['a text that ends in a backslash', '{"a": "\\\\", "b": 2}'],
])('%s is no key that stands twice', (_what, text) => {
  expect(parseJson(text)).toEqual({ data: JSON.parse(text) });
});
