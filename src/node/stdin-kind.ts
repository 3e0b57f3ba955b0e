import type { StdinKind } from '../run/stdin.ts';
import { isNull, isTerminal, statusOf } from './terminal.ts';

/** What a descriptor is, without reading from it; fstat(2), isatty(3). */
export const kindOf = (descriptor: number): StdinKind => {
  const stats = statusOf(descriptor);
  if (stats === undefined) return 'closed';
  if (stats.isFIFO()) return 'pipe';
  if (stats.isSocket()) return 'socket';
  if (stats.isFile()) return 'file';
  if (isTerminal(descriptor)) return 'tty';
  return isNull(stats) ? 'null' : 'other';
};
