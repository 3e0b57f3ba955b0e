import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from '../world.ts';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

const replace = (path: string, text: string, mode = FILE_MODE): void => {
  const folder = mkdtempSync(join(dirname(path), '.ai-runner-'));
  const draft = join(folder, 'draft');
  try {
    const file = openSync(draft, 'wx', FILE_MODE);
    writeFileSync(file, text);
    if (mode !== FILE_MODE) fchmodSync(file, mode);
    fsyncSync(file);
    closeSync(file);
    renameSync(draft, path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const writable = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
const LARGEST_SMALL_FILE = 65_536;
/** `toString('utf8', …)` ends in this method, but asks what the encoding means each time. */
type Bytes = Buffer & { utf8Slice(start: number, end: number): string };
let buffer: Bytes | undefined;

const readSmall = (path: string, maxBytes: number): string => {
  buffer ??= Buffer.allocUnsafeSlow(LARGEST_SMALL_FILE + 1) as Bytes;
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const length = readSync(file, buffer, 0, maxBytes + 1, null);
    if (length <= maxBytes) return buffer.utf8Slice(0, length);
  } finally {
    closeSync(file);
  }
  throw Object.assign(new Error(`EFBIG: file too large, read '${path}'`), { code: 'EFBIG' });
};

/** The real file system. */
export const files: Files = {
  read: (path) => readFileSync(path, 'utf8'),
  readBytes: (path) => readFileSync(path),
  list: (folder) => readdirSync(folder),
  entries: (folder) => readdirSync(folder, { withFileTypes: true }),
  readSmall,
  stat: (path) => statSync(path),
  lstat: (path) => lstatSync(path),
  realpath: (path) => realpathSync(path),
  makeFolder: (path) => mkdirSync(path, { recursive: true, mode: FOLDER_MODE }),
  remove: (path) => unlinkSync(path),
  replace,
  async temporary(folder, prefix, data) {
    const { fileSync } = await import('tmp');
    const { name, fd } = fileSync({ tmpdir: folder, prefix, mode: FILE_MODE, keep: true });
    writeFileSync(fd, data);
    closeSync(fd);
    return name;
  },
  writable,
};
