import { matches } from '../../../src/ask/question.ts';
import { alignedLines } from '../../../src/pick/columns.ts';

describe('aligned lines', () => {
  const rows = [
    ['aws', 'AWS Bedrock', 'ready'],
    ['lmstudio', 'LM Studio', 'LM Studio does not answer'],
    ['päy', '', ''],
  ];

  test('have their cells below each other and no blanks at the end', () => {
    expect(alignedLines(rows, 80)).toEqual([
      'aws       AWS Bedrock  ready',
      'lmstudio  LM Studio    LM Studio does not answer',
      'päy',
    ]);
  });

  test('are cut where their place ends', () => {
    const lines = alignedLines(rows, 27);
    expect(lines[1]).toBe('lmstudio  LM Studio    LM …');
    expect(lines.every((line) => line.length <= 27)).toBe(true);
    expect(alignedLines([['𝒜𝒜𝒜𝒜']], 3)).toEqual(['𝒜𝒜…']);
  });

  test('of nothing are none', () => {
    expect(alignedLines([], 80)).toEqual([]);
  });
});

test.each([
  ['', true],
  ['BED aws', true],
  ['bed cloud', true],
  ['bed local', false],
])('typing %j finds AWS Bedrock: %s', (typed, found) => {
  expect(matches(typed, { value: 'aws', label: 'aws  AWS Bedrock', words: 'cloud' })).toBe(found);
});
