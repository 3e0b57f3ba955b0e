import { UserError } from '../errors.ts';

/** Bytes; longer than any key or token, shorter than what an environment can hold. */
export const MAX_SECRET_SIZE = 16 * 1024;

const complaint = (value: string): string | undefined => {
  if (value === '') return 'is empty';
  if (Buffer.byteLength(value) > MAX_SECRET_SIZE) return `is longer than ${MAX_SECRET_SIZE / 1024} KiB`;
  if (/[\r\n]/.test(value)) return 'has more than one line';
  return /[\x00-\x1f\x7f-\x9f]/.test(value) ? 'contains control characters' : undefined;
};

/** Programs and editors end a text with a line end that is no part of the secret. */
export const withoutLineEnd = (text: string): string => text.replace(/\r?\n$/, '');

/**
 * A secret must fit into one HTTP header: one line without control characters, at most 16 KiB.
 * @param source what it came from, e.g. `the variable GW_TOKEN`; the value itself is never shown
 * @throws UserError when it does not
 */
export const checkedSecret = (value: string, source: string): string => {
  const wrong = complaint(value);
  if (wrong === undefined) return value;
  throw new UserError(`The secret from ${source} ${wrong}`, {
    hint: 'It must be the key or token alone, on one line.',
  });
};
