import { parts } from '../../../src/prompt/format.ts';
import { DEFAULT_PARTS } from '../../../src/prompt/style.ts';

test('the format of sessions without one of their own', () => {
  expect(parts('[{provider}{ model}{team}{ sign}{gone}]')).toEqual(DEFAULT_PARTS);
});
