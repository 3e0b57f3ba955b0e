import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from '../world.ts';
import { makeOne } from './make-one.ts';
import { writeAll } from './output.ts';
import { putFile } from './put-file.ts';

const FILE_MODE = 0o600;

const replace = (path: string, text: string, mode = FILE_MODE): void => {
  const folder = fs.mkdtempSync(join(dirname(path), '.ai-runner-'));
  const draft = join(folder, 'draft');
  try {
    const file = fs.openSync(draft, 'wx', FILE_MODE);
    fs.writeFileSync(file, text);
    if (mode !== FILE_MODE) fs.fchmodSync(file, mode);
    fs.fsyncSync(file);
    fs.closeSync(file);
    fs.renameSync(draft, path);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};

const writable = (path: string): boolean => {
  try {
    fs.accessSync(path, fs.constants.W_OK | fs.constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants;
const LARGEST_SMALL_FILE = 65_536;
/** `toString('utf8', …)` ends in this method, but asks what the encoding means each time. */
type Bytes = Buffer & { utf8Slice(start: number, end: number): string };
let buffer: Bytes | undefined;

const readSmall = (path: string, maxBytes: number): string => {
  buffer ??= Buffer.allocUnsafeSlow(LARGEST_SMALL_FILE + 1) as Bytes;
  const file = fs.openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const length = fs.readSync(file, buffer, 0, maxBytes + 1, null);
    if (length <= maxBytes) return buffer.utf8Slice(0, length);
  } finally {
    fs.closeSync(file);
  }
  throw Object.assign(new Error(`EFBIG: file too large, read '${path}'`), { code: 'EFBIG' });
};

/**
 * What stat(2) says of a path where nothing is. Node.js would collect a stack trace, which nobody looks at: we ask about many
 * files that few people have.
 */
const absent = (path: string): Error => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  const error = new Error(`ENOENT: no such file or directory, stat '${path}'`);
  Error.stackTraceLimit = stackTraceLimit;
  return Object.assign(error, { code: 'ENOENT', path });
};

const present = (path: string, stats: fs.Stats | undefined): fs.Stats => {
  if (stats === undefined) throw absent(path);
  return stats;
};

/** Node.js' own `recursive` never ends below /proc, where a folder that exists says ENOENT to what is made in it. */
const makeFolder = (path: string): void => {
  // It mostly is, and an error takes far longer than a look.
  if (fs.existsSync(path)) return;
  try {
    makeOne(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error;
    makeFolder(dirname(path));
    makeOne(path);
  }
};

/** The real file system. */
export const files: Files = {
  read: (path) => fs.readFileSync(path, 'utf8'),
  readBytes: (path) => fs.readFileSync(path),
  list: (folder) => fs.readdirSync(folder),
  readSmall,
  stat: (path) => present(path, fs.statSync(path, { throwIfNoEntry: false })),
  lstat: (path) => present(path, fs.lstatSync(path, { throwIfNoEntry: false })),
  realpath: (path) => fs.realpathSync.native(path),
  makeFolder,
  remove: (path) => fs.unlinkSync(path),
  replace,
  keep: (path, text) => putFile(path, () => text),
  async temporary(folder, prefix, data) {
    const { fileSync } = await import('tmp');
    const { name, fd } = fileSync({ tmpdir: folder, prefix, mode: FILE_MODE, keep: true });
    writeAll(fd, data, true);
    fs.closeSync(fd);
    return name;
  },
  writable,
};
