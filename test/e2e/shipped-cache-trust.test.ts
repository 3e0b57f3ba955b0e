import { chmodSync, chownSync, linkSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  barePackage,
  caches,
  copyPackage,
  FALSE_TEXT,
  listBy,
  poisonShipped,
  RIGHT,
  shippedFolder,
  warm,
} from '../support/code-cache.ts';
import { findProgram } from '../support/find-program.ts';
import { runProgram } from '../support/run.ts';
import { useSandbox } from '../support/sandbox.ts';

const SOMEBODY = 12_345;
const OTHER = 12_346;
const box = useSandbox();

const moveAside = (path: string): string => {
  const target = join(box.root, 'elsewhere');
  renameSync(path, target);
  return target;
};

const bundleOf = (path: string): string => join(dirname(path), '../bundles/sessions.js');

/** Each leaves the cache where only those can have written it who can change the program. */
const SAFE: [string, (path: string) => void][] = [
  ['as it was made', () => {}],
  ['a file with another name', (path) => linkSync(path, join(box.root, 'second'))],
  ['a file that only we may read', (path) => chmodSync(path, 0o600)],
  [
    'all of the owner of the program',
    (path) => {
      for (const each of [path, dirname(path), bundleOf(path)]) chownSync(each, SOMEBODY, SOMEBODY);
    },
  ],
];

const UNSAFE: [string, (path: string) => void][] = [
  ['a file of somebody else', (path) => chownSync(path, SOMEBODY, SOMEBODY)],
  ['a folder of somebody else', (path) => chownSync(dirname(path), SOMEBODY, SOMEBODY)],
  [
    'a file of neither the owner of the program nor root',
    (path) => {
      chownSync(path, OTHER, OTHER);
      chownSync(bundleOf(path), SOMEBODY, SOMEBODY);
    },
  ],
  ['a file that its group may write', (path) => chmodSync(path, 0o664)],
  ['a file that others may write', (path) => chmodSync(path, 0o646)],
  ['a folder that its group may write', (path) => chmodSync(dirname(path), 0o775)],
  ['a folder that others may write', (path) => chmodSync(dirname(path), 0o757)],
  [
    'a folder that others may write, as they may the program',
    (path) => {
      for (const each of [path, dirname(path), bundleOf(path), dirname(bundleOf(path))])
        chmodSync(each, 0o777);
    },
  ],
  ['a link to a file', (path) => symlinkSync(moveAside(path), path)],
  ['a link to a folder', (path) => symlinkSync(moveAside(dirname(path)), dirname(path))],
];

describe('a code cache beside the program', () => {
  test.each(SAFE)('%s: is believed', (_where, make) => {
    const folder = copyPackage(box);
    make(poisonShipped(box, folder));
    expect(listBy(box, folder).stdout).toContain(FALSE_TEXT);
  });

  test.each(UNSAFE)('%s: is not', (_where, make) => {
    const folder = copyPackage(box);
    make(poisonShipped(box, folder));
    expect(listBy(box, folder)).toMatchObject(RIGHT);
    expect(caches(box)).toHaveLength(1);
    expect(listBy(box, folder)).toMatchObject(RIGHT);
  });

  test('is believed by a user who owns nothing of it', () => {
    const folder = copyPackage(box);
    poisonShipped(box, folder);
    for (const each of [box.root, box.home]) chmodSync(each, 0o755);
    runProgram(box, ['/bin/rm', '-r', join(box.home, '.ai-runner')]);
    chownSync(box.home, SOMEBODY, SOMEBODY);
    expect(listBy(box, folder, { uid: SOMEBODY }).stdout).toContain(FALSE_TEXT);
  });
});

describe('the last step of an installation', () => {
  const bare = barePackage();
  const step = (options: { umask?: string; uid?: number } = {}) =>
    runProgram(
      box,
      [
        findProgram('sh'),
        '-c',
        `umask ${options.umask ?? '022'}; exec node "$0"`,
        join(bare, 'dist/warm.cjs'),
      ],
      options,
    );
  const SILENT = { status: 0, stdout: '', stderr: '' };

  test('leaves nothing but the caches, which all may read and nobody else write', () => {
    expect(step({ umask: '077' })).toMatchObject(SILENT);
    const modes = runProgram(box, ['/bin/sh', '-c', 'ls -lnd "$0" "$0"/*', shippedFolder(bare)]).stdout;
    const lines = modes.trim().split('\n');
    expect(lines[0]).toMatch(/^drwxr-xr-x/);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines.slice(1)) expect(line).toMatch(/^-rw-r--r--/);
    expect([readdirSync(box.home), box.litter()]).toEqual([[], []]);
  });

  test('is silent where it may not write', () => {
    warm(bare);
    for (const each of [box.root, box.tmp]) chmodSync(each, 0o777);
    const before = readdirSync(shippedFolder(bare));
    expect(step({ uid: SOMEBODY })).toMatchObject(SILENT);
    expect(readdirSync(shippedFolder(bare))).toEqual(before);
    expect(box.litter()).toEqual([]);
  });

  test('is silent where there is no temporary folder', () => {
    const env = { TMPDIR: '/nowhere/at/all' };
    expect(runProgram(box, ['node', join(bare, 'dist/warm.cjs')], { env })).toMatchObject(SILENT);
  });

  test.each(['no folder', 'another text'])('is silent with %s in the place of the program', (what) => {
    const { scripts } = jest.requireActual<{ scripts: { postinstall: string } }>('../../package.json');
    if (what === 'another text') runProgram(box, ['/bin/sh', '-c', 'mkdir dist; echo "<" >dist/warm.cjs']);
    expect(runProgram(box, ['/bin/sh', '-c', scripts.postinstall])).toMatchObject(SILENT);
  });
});
