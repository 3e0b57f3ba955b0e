import { matches } from '../../../src/ask/question.ts';

test.each([
  ['', true],
  ['BED aws', true],
  ['bed cloud', true],
  ['bed local', false],
])('typing %j finds AWS Bedrock: %s', (typed, found) => {
  expect(matches(typed, { value: 'aws', label: 'aws  AWS Bedrock', words: 'cloud' })).toBe(found);
});
