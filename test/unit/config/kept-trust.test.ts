import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { onlyKept } from '../../support/kept.ts';
import { failure, removeHomes } from './home.ts';
import { falsified, homeWith, load, recalled } from './kept-home.ts';

afterEach(removeHomes);

const SOMEBODY = 12_345;

/** Each puts the kept file where somebody else could have written it, or in a state that nobody made. */
const UNSAFE: [string, (path: string) => void][] = [
  ['a file of somebody else', (path) => fs.chownSync(path, SOMEBODY, SOMEBODY)],
  ['a file that others may read', (path) => fs.chmodSync(path, 0o644)],
  ['a file that others may write', (path) => fs.chmodSync(path, 0o622)],
  ['a file with another name', (path) => fs.linkSync(path, `${path}.second`)],
  [
    'a link',
    (path) => {
      fs.renameSync(path, `${path}.moved`);
      fs.symlinkSync(`${path}.moved`, path);
    },
  ],
  ['a folder of somebody else', (path) => fs.chownSync(dirname(path), SOMEBODY, SOMEBODY)],
  ['a folder that others may read', (path) => fs.chmodSync(dirname(path), 0o755)],
  ['a folder that others may write', (path) => fs.chmodSync(dirname(path), 0o777)],
  [
    'a link to a folder',
    (path) => {
      fs.renameSync(dirname(path), `${dirname(path)}.moved`);
      fs.symlinkSync(`${dirname(path)}.moved`, dirname(path));
    },
  ],
  ['a home folder of somebody else', (path) => fs.chownSync(dirname(dirname(path)), SOMEBODY, SOMEBODY)],
  ['a home folder that others may write', (path) => fs.chmodSync(dirname(dirname(path)), 0o777)],
];

describe('is not believed', () => {
  test.each(UNSAFE)('%s', async (_what, make) => {
    const home = await falsified();
    make(onlyKept(home.path));
    expect((await load(home)).defaults).toEqual({ tier: 'opus' });
    expect((await load(home)).defaults).toEqual({ tier: 'opus' });
  });

  const size = (path: string): number => fs.statSync(path).size;
  const flip = (at: (path: string) => number) => (path: string) => {
    const bytes = fs.readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(at(path)) ^ 1, at(path));
    fs.writeFileSync(path, bytes);
  };
  test.each<[string, (path: string) => void]>([
    ['empty', (path) => fs.truncateSync(path, 0)],
    ['cut in its head', (path) => fs.truncateSync(path, 10)],
    ['cut in the middle', (path) => fs.truncateSync(path, Math.floor(size(path) / 2))],
    ['without its last byte', (path) => fs.truncateSync(path, size(path) - 1)],
    ['longer', (path) => fs.appendFileSync(path, '\n')],
    ['huge', (path) => fs.truncateSync(path, 1e9)],
    ['of zeros', (path) => fs.writeFileSync(path, Buffer.alloc(size(path)))],
    ['of text', (path) => fs.writeFileSync(path, 'defaults: { tier: haiku }\n'.repeat(9))],
    ['with a bit flipped in its head', flip(() => 3)],
    ['with a bit flipped in the meaning', flip((path) => size(path) - 30)],
    [
      'without a meaning',
      (path) => fs.writeFileSync(path, fs.readFileSync(path, 'utf8').replace(/[^\n]*$/, 'nullnull')),
    ],
  ])('a file %s, which is replaced', async (_how, damage) => {
    const home = await falsified();
    damage(onlyKept(home.path));
    expect((await load(home)).defaults).toEqual({ tier: 'opus' });
    expect(recalled(home)?.defaults).toEqual({ tier: 'opus' });
  });
});

test.each([0o620, 0o602, 0o666])('a file that became unsafe (%o) is refused all the same', async (mode) => {
  const home = await falsified();
  fs.chmodSync(home.file, mode);
  expect(await failure(() => load(home))).toMatchObject({
    message: expect.stringContaining('can be changed by other users') as string,
  });
});

test('it is for nobody else, and leaves no drafts', async () => {
  const home = homeWith('defaults: {}\n', '.ai-runnerrc', 0o644);
  await load(home);
  const path = onlyKept(home.path);
  const modes = [path, dirname(path), dirname(dirname(path))].map((each) => fs.statSync(each).mode & 0o777);
  expect(modes).toEqual([0o600, 0o700, 0o700]);
  expect(fs.readdirSync(dirname(path))).toHaveLength(1);
});
