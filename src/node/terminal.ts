import { fstatSync, type Stats, statSync } from 'node:fs';

/** What fstat(2) says of a descriptor; `undefined` when it is closed. */
export const statusOf = (descriptor: number): Stats | undefined => {
  try {
    return fstatSync(descriptor);
  } catch {
    return undefined;
  }
};

/** Is it /dev/null? */
export const isNull = (stats: Stats): boolean =>
  stats.isCharacterDevice() && stats.rdev === statSync('/dev/null').rdev;

/** Linux: the major numbers of pseudo-terminals (Documentation/admin-guide/devices.txt, Unix98 PTY slaves). */
const FIRST_PTY = 136;
const LAST_PTY = 143;

const isPty = ({ rdev }: Stats): boolean => {
  const major = Math.floor(rdev / 256) & 0xfff;
  return process.platform === 'linux' && major >= FIRST_PTY && major <= LAST_PTY;
};

/** Is the descriptor a terminal, isatty(3)? `node:tty` loads all of the streams, so it is asked last. */
export const isTerminal = (descriptor: number): boolean => {
  const stats = statusOf(descriptor);
  if (!stats?.isCharacterDevice() || isNull(stats)) return false;
  return isPty(stats) || process.getBuiltinModule('node:tty').isatty(descriptor);
};
