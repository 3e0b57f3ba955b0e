import { asciiOf, roomFor } from './room.ts';

/** What V8 made of a source text in earlier runs. */
export interface Compiled {
  /** Only until something else is read: see {@link roomFor}. */
  readonly data: Buffer;
  /** A line with the key and the length of the data, then one for each word that was seen, see {@link ./run-words.ts}. */
  readonly head: string;
}

/** Bytes in front of the data. */
const HEAD = 4096;

/** V8 reads in words of this many bytes. */
const WORD = 8;

const padded = (length: number): number => Math.ceil(length / WORD) * WORD;

/**
 * The bytes of a cache file. The data stands there twice: V8 runs a damaged text until it crashes, and to compare two
 * copies takes a twentieth of the time that any checksum takes, which has to be loaded or compiled first.
 */
export const pack = (key: string, data: Buffer, words: readonly string[]): Buffer => {
  const bytes = Buffer.alloc(HEAD + 2 * padded(data.length));
  bytes.write([`${key} ${data.length}`, ...words, ''].join('\n'), 0, HEAD, 'latin1');
  data.copy(bytes, HEAD);
  data.copy(bytes, HEAD + padded(data.length));
  return bytes;
};

/** Reads so many bytes from a position in the file to the front of the buffer, or to `offset`; @returns how many there were */
type Read = (bytes: Buffer, offset: number, length: number, position: number) => number;

/** Bytes that are compared at a time: few enough to stay where the processor has them at once. */
const STEP = 32 * 1024;

const isRepeated = (bytes: Buffer, end: number, read: Read): boolean => {
  for (let start = HEAD; start < end; start += STEP) {
    const length = Math.min(STEP, end - start);
    if (read(bytes, end, length, end + start - HEAD) !== length) return false;
    if (bytes.compare(bytes, start, start + length, end, end + length) !== 0) return false;
  }
  return true;
};

/** The opposite of {@link pack}, from a file of `size` bytes; `undefined` for one of another key, and a damaged one. */
export const unpack = (size: number, key: string, read: Read): Compiled | undefined => {
  const end = HEAD + (size - HEAD) / 2;
  if (!(end > HEAD) || end % WORD !== 0) return undefined;
  // It begins, as the data in it does, where V8 reads without making a copy.
  const bytes = roomFor(end + STEP);
  if (read(bytes, 0, end, 0) !== end) return undefined;
  const head = asciiOf(bytes, HEAD);
  const length = Number(head.slice(key.length, head.indexOf('\n')));
  if (!head.startsWith(`${key} `) || HEAD + padded(length) !== end || !isRepeated(bytes, end, read))
    return undefined;
  return { data: bytes.subarray(HEAD, HEAD + length), head };
};
