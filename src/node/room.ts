/** Bytes: more than a bundle or its cache has. What is not written to takes no memory. */
const USUAL = 1024 * 1024;

const usual = Buffer.allocUnsafeSlow(USUAL);

/**
 * A buffer of at least so many bytes, for what is turned into something else at once: the next caller gets the same one.
 * Memory that has been in use is there; a new page costs more than what is read into it.
 */
export const roomFor = (bytes: number): Buffer => (bytes <= USUAL ? usual : Buffer.allocUnsafeSlow(bytes));

/** So many bytes from the front as a text of plain ASCII: `toString()` would do more to get there than this does. */
export const asciiOf = (bytes: Buffer, length: number): string =>
  (bytes as Buffer & { latin1Slice(start: number, end: number): string }).latin1Slice(0, length);
