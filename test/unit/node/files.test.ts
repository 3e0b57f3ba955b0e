import fs, { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { files } from '../../../src/node/files.ts';

describe('making a folder with those above it', () => {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'ai-folder-'));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(home, { recursive: true });
  });

  const mode = (path: string) => (fs.statSync(path).mode & 0o777).toString(8);

  test('all are made, and private', () => {
    files.makeFolder(join(home, 'a', 'b'));
    expect([mode(join(home, 'a')), mode(join(home, 'a', 'b'))]).toEqual(['700', '700']);
  });

  test('another process that makes the same folder at the same time is no error', () => {
    const folder = join(home, 'a', 'b');
    const make = fs.mkdirSync;
    const calls: unknown[] = [];
    jest.spyOn(fs, 'mkdirSync').mockImplementation((path, options) => {
      calls.push(path);
      if (path === folder && existsSync(join(home, 'a'))) make(folder, 0o700);
      return make(path, options);
    });
    files.makeFolder(folder);
    expect(calls).toEqual([folder, join(home, 'a'), folder]);
    expect(existsSync(folder)).toBe(true);
  });

  test('what stands in the way above is an error that names it', () => {
    writeFileSync(join(home, 'a'), '');
    expect(() => files.makeFolder(join(home, 'a', 'b'))).toThrow(/ENOTDIR.*a\/b/);
  });
});
