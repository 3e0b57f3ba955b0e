import { fstatSync, type Stats, statSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { StdinKind } from '../run/stdin.ts';

const isNull = (stats: Stats): boolean =>
  stats.isCharacterDevice() && stats.rdev === statSync('/dev/null').rdev;

const status = (descriptor: number): Stats | undefined => {
  try {
    return fstatSync(descriptor);
  } catch {
    return undefined;
  }
};

/** What a descriptor is, without reading from it; fstat(2), isatty(3). */
export const kindOf = (descriptor: number): StdinKind => {
  const stats = status(descriptor);
  if (stats === undefined) return 'closed';
  if (stats.isFIFO()) return 'pipe';
  if (stats.isSocket()) return 'socket';
  if (stats.isFile()) return 'file';
  if (isatty(descriptor)) return 'tty';
  return isNull(stats) ? 'null' : 'other';
};
