import type { Compiled } from './code-cache.ts';

/** Bytes in front of the data: the key, the length of the data and what it has seen, a line each. */
const HEAD = 4096;

/** V8 reads in words of this many bytes. */
const WORD = 8;

const padded = (length: number): number => Math.ceil(length / WORD) * WORD;

/** Lines that fit into the head, whatever they are. */
const headOf = (key: string, { data, seen }: Compiled): string =>
  [key, data.length, ...seen, ''].join('\n').slice(0, HEAD);

/**
 * The bytes of a cache file. The data stands there twice: V8 runs a damaged text until it crashes, and to compare two
 * copies takes a twentieth of the time that any checksum takes, which has to be loaded or compiled first.
 */
export const pack = (key: string, compiled: Compiled): Buffer => {
  const { data } = compiled;
  const bytes = Buffer.alloc(HEAD + 2 * padded(data.length));
  bytes.write(headOf(key, compiled), 0, 'latin1');
  data.copy(bytes, HEAD);
  data.copy(bytes, HEAD + padded(data.length));
  return bytes;
};

/** Reads as many bytes as the buffer has, from a position; @returns how many there were */
type Read = (bytes: Buffer, position: number) => number;

/** Bytes that are compared at a time: few enough to stay where the processor has them at once. */
const STEP = 64 * 1024;

const isRepeated = (data: Buffer, position: number, read: Read): boolean => {
  const step = Buffer.allocUnsafeSlow(Math.min(STEP, data.length));
  for (let start = 0; start < data.length; start += STEP) {
    const part = data.subarray(start, start + STEP);
    const copy = step.subarray(0, part.length);
    if (read(copy, position + start) !== part.length || !copy.equals(part)) return false;
  }
  return true;
};

/** The opposite of {@link pack}, from a file of `size` bytes; `undefined` for one of another key, and a damaged one. */
export const unpack = (size: number, key: string, read: Read): Compiled | undefined => {
  const room = (size - HEAD) / 2;
  if (!(room > 0) || room % WORD !== 0) return undefined;
  // One buffer of its own for both: it begins, as the data in it does, where V8 reads without making a copy.
  const bytes = Buffer.allocUnsafeSlow(HEAD + room);
  if (read(bytes, 0) !== bytes.length) return undefined;
  const [first, length, ...seen] = bytes.toString('latin1', 0, HEAD).split('\n');
  if (first !== key || padded(Number(length)) !== room) return undefined;
  if (!isRepeated(bytes.subarray(HEAD), HEAD + room, read)) return undefined;
  return { data: bytes.subarray(HEAD, HEAD + Number(length)), seen: seen.slice(0, -1) };
};
