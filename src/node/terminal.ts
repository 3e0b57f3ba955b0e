import { fstatSync, type Stats, statSync } from 'node:fs';

/** What fstat(2) says of a descriptor; `undefined` when it is closed. */
export const statusOf = (descriptor: number): Stats | undefined => {
  try {
    return fstatSync(descriptor);
  } catch {
    return undefined;
  }
};

/** Linux, Documentation/admin-guide/devices.txt: /dev/null, and the major numbers of Unix98 PTY slaves. */
const NULL_DEVICE = 0x103;
const FIRST_PTY = 136;
const LAST_PTY = 143;

const nullDevice = (): number => (process.platform === 'linux' ? NULL_DEVICE : statSync('/dev/null').rdev);

/** Is it /dev/null? */
export const isNull = (stats: Stats): boolean => stats.isCharacterDevice() && stats.rdev === nullDevice();

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
