import { writeSync } from 'node:fs';
import { UserError } from '../errors.ts';

const STDOUT = 1;
const STDERR = 2;
const WAIT_MS = 5;
const pause = (): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
};

/** A reader that left has seen what it wanted; what cannot be said on stderr, for example to a full disk, changes nothing. */
const isGone = (code: string | undefined, descriptor: number): boolean =>
  code === 'EPIPE' || (code !== 'EAGAIN' && descriptor === STDERR);

/**
 * Writes all of the data, text as UTF-8, to a descriptor. A pipe that its reader set non-blocking says EAGAIN and takes parts, write(2);
 * a reader that left is no error, unless `mustBeRead`.
 * @throws Node's own `ErrnoException`
 */
export const writeAll = (descriptor: number, data: string | Uint8Array, mustBeRead = false): void => {
  let rest = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (isGone(code, descriptor) && !mustBeRead) return;
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
};

/**
 * Writes all of the text to stdout.
 * @throws UserError when that is impossible, for example on a full disk
 */
export const writeOut = (text: string): void => {
  try {
    writeAll(STDOUT, text);
  } catch (cause) {
    const { message } = cause as NodeJS.ErrnoException;
    throw new UserError(`stdout cannot be written: ${message.replace(/, write$/, '')}`, {
      hint: 'Make room for the output, or send it elsewhere.',
      cause,
    });
  }
};
