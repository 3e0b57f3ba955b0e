import { writeSync } from 'node:fs';

const WAIT_MS = 5;
const pause = (): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
};

/**
 * Writes all of the text to a descriptor. A pipe that its reader set non-blocking says EAGAIN and takes parts, write(2);
 * a reader that left (EPIPE) has seen what it wanted, unless `mustBeRead`.
 * @throws Node's own `ErrnoException`
 */
export const writeAll = (descriptor: number, text: string, mustBeRead = false): void => {
  let rest = Buffer.from(text, 'utf8');
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE' && !mustBeRead) return;
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
};
