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

/** The opposite of {@link pack}; `undefined` for bytes of another key, and damaged ones. */
export const unpack = (bytes: Buffer, key: string): Compiled | undefined => {
  const [first, length, ...seen] = bytes.toString('latin1', 0, HEAD).split('\n');
  const size = Number(length);
  if (first !== key || !(size > 0) || bytes.length !== HEAD + 2 * padded(size)) return undefined;
  const data = bytes.subarray(HEAD, HEAD + size);
  const copy = HEAD + padded(size);
  return data.equals(bytes.subarray(copy, copy + size)) ? { data, seen: seen.slice(0, -1) } : undefined;
};
