import { mask } from '../../../src/secrets/mask.ts';

test.each([
  ['', '…'],
  ['hush', '…'],
  ['fifteen-letters', '…'],
  ['sixteen--letters', '…ters'],
  ['sk-0123456789-abcd', '…abcd'],
  ['0123456789012345🔑', '…345🔑'],
])('%j is shown as %s', (value, shown) => {
  expect(mask(value)).toBe(shown);
});
