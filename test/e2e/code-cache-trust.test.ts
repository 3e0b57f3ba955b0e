import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import {
  barePackage,
  cacheFolder,
  caches,
  copyPackage,
  FALSE_TEXT,
  listBy,
  poison,
  RIGHT,
} from '../support/code-cache.ts';
import { findProgram } from '../support/find-program.ts';
import { runProgram } from '../support/run.ts';
import { useSandbox } from '../support/sandbox.ts';

const SOMEBODY = 12_345;
/** Nobody else can give files away, so the scenarios with files of somebody else are root's. */
const IS_ROOT = process.getuid?.() === 0;
const rootsTest = IS_ROOT ? test : () => undefined;
const box = useSandbox();
const bare = barePackage();

test('what a cache says is run, so it must be ours', () => {
  const folder = copyPackage(box);
  poison(box, folder);
  expect(listBy(box, folder).stdout).toContain(FALSE_TEXT);
});

const moveAside = (path: string): string => {
  const target = join(box.root, 'elsewhere');
  renameSync(path, target);
  return target;
};

/** Each puts the cache where somebody else could have written it. */
const UNSAFE: [string, (path: string) => void][] = [
  ['a file of somebody else', (path) => chownSync(path, SOMEBODY, SOMEBODY)],
  ['a file that others may write', (path) => chmodSync(path, 0o622)],
  ['a file that others may read', (path) => chmodSync(path, 0o644)],
  ['a file with another name', (path) => linkSync(path, join(box.root, 'second'))],
  ['a link to a file', (path) => symlinkSync(moveAside(path), path)],
  ['a folder of somebody else', (path) => chownSync(dirname(path), SOMEBODY, SOMEBODY)],
  ['a folder that others may write', (path) => chmodSync(dirname(path), 0o777)],
  ['a folder that others may read', (path) => chmodSync(dirname(path), 0o755)],
  ['a link to a folder', (path) => symlinkSync(moveAside(dirname(path)), dirname(path))],
  ['a home folder of somebody else', (path) => chownSync(dirname(dirname(path)), SOMEBODY, SOMEBODY)],
  ['a home folder that others may write', (path) => chmodSync(dirname(dirname(path)), 0o770)],
];

describe('is not believed', () => {
  test.each(UNSAFE.filter(([where]) => IS_ROOT || !where.endsWith('of somebody else')))(
    '%s',
    (_where, make) => {
      const folder = copyPackage(box);
      const path = poison(box, folder);
      make(path);
      expect(listBy(box, folder)).toMatchObject(RIGHT);
      expect(listBy(box, folder)).toMatchObject(RIGHT);
    },
  );
});

describe('in the way of the cache', () => {
  const place = (make: (path: string) => void): void => {
    listBy(box, bare);
    const path = join(cacheFolder(box), caches(box)[0] ?? '');
    rmSync(path);
    make(path);
  };
  test.each<[string, (path: string) => void]>([
    ['a named pipe', (path) => void runProgram(box, ['/usr/bin/mkfifo', path])],
    ['a folder', (path) => mkdirSync(path)],
    ['a dangling link', (path) => symlinkSync(join(box.root, 'nowhere/at/all'), path)],
    ['a link to itself', (path) => symlinkSync(path, path)],
  ])('%s', (_what, make) => {
    place(make);
    expect(listBy(box, bare)).toMatchObject(RIGHT);
    expect(listBy(box, bare)).toMatchObject(RIGHT);
    expect(existsSync(join(box.root, 'nowhere'))).toBe(false);
  });

  test('a file called cache', () => {
    box.plant('.ai-runner/cache', 'text');
    expect(listBy(box, bare)).toMatchObject(RIGHT);
  });
});

describe('where nothing can be written', () => {
  test('a disk without room: no part of a cache is left', () => {
    const script = 'ulimit -f 8; exec "$0" sessions';
    expect(runProgram(box, [findProgram('bash'), '-c', script, join(bare, 'shell/ai')])).toMatchObject(RIGHT);
    expect(caches(box)).toEqual([]);
  });

  rootsTest('a read-only folder of another user', () => {
    chmodSync(box.root, 0o755);
    mkdirSync(cacheFolder(box), { recursive: true });
    for (const path of [box.home, join(box.home, '.ai-runner'), cacheFolder(box)]) {
      chownSync(path, SOMEBODY, SOMEBODY);
      chmodSync(path, 0o500);
    }
    expect(listBy(box, bare, { uid: SOMEBODY })).toMatchObject(RIGHT);
    expect(caches(box)).toEqual([]);
  });

  rootsTest('a home of somebody else gets no folder of ours', () => {
    chownSync(box.home, SOMEBODY, SOMEBODY);
    expect(listBy(box, bare)).toMatchObject(RIGHT);
    expect(readdirSync(box.home)).toEqual([]);
  });

  test('a home without a name', () => {
    expect(runProgram(box, [join(bare, 'shell/ai'), 'help'], { env: { HOME: '' } }).status).toBe(0);
    expect(existsSync('/.ai-runner')).toBe(false);
  });

  test.each(['/proc/self', '/proc', '/dev/null', '/dev/full/x'])('a home called %j', (path) => {
    const env = { AI_RUNNER_HOME: path, HOME: path, AWS_PROFILE: 'work' };
    const { status, stdout } = runProgram(box, [join(bare, 'shell/ai'), 'env', '--aws', '--shell', 'bash'], {
      env,
    });
    expect(status).toBe(0);
    expect(stdout).toContain('CLAUDE_CODE_USE_BEDROCK');
  });
});
