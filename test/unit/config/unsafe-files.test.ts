import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../../src/config/load.ts';
import { BUILTIN, failure, type Home, makeHome, removeHomes } from './home.ts';

afterEach(removeHomes);

const NAME = '.ai-runnerrc';
const rc = (home: Home): string => join(home.path, NAME);
const REGULAR = 'Name a regular file.';
const CHECK = 'Check the path, and where it leads if it is a link.';

type Case = readonly [what: string, arrange: (home: Home) => void, complaint: string, hint: string];

const CASES: readonly Case[] = [
  [
    'a named pipe',
    (home) => execFileSync('mkfifo', [rc(home)]),
    'is a named pipe, not a regular file',
    REGULAR,
  ],
  ['a folder', (home) => mkdirSync(rc(home)), 'is a folder, not a regular file', REGULAR],
  [
    'a link to a device',
    (home) => symlinkSync('/dev/zero', rc(home)),
    'is a device, not a regular file',
    REGULAR,
  ],
  ['a link to nothing', (home) => symlinkSync('gone', rc(home)), 'does not exist', CHECK],
  ['a link to itself', (home) => symlinkSync(NAME, rc(home)), 'is a link that leads to itself', CHECK],
  [
    'more than 1 MiB',
    (home) => home.plant(NAME, `#${' '.repeat(1024 * 1024)}`),
    'is larger than 1024 KiB',
    'Check that it is the file you meant.',
  ],
  [
    'writable by the group',
    (home) => home.plant(NAME, '', 0o620),
    'can be changed by other users',
    'Take that right away: chmod go-w ~/.ai-runnerrc',
  ],
  [
    'writable by all',
    (home) => home.plant(NAME, '', 0o602),
    'can be changed by other users',
    'Take that right away: chmod go-w ~/.ai-runnerrc',
  ],
  [
    'a link to a file that is writable by all',
    (home) => symlinkSync(home.plant('shared', '', 0o666), rc(home)),
    'can be changed by other users',
    'Take that right away: chmod go-w ~/.ai-runnerrc',
  ],
];

test.each(CASES)('a configuration that is %s is refused', async (_what, arrange, complaint, hint) => {
  const home = makeHome();
  arrange(home);
  expect(await failure(() => loadConfig(home.world, BUILTIN))).toEqual({
    message: `The configuration ~/.ai-runnerrc ${complaint}`,
    hint,
  });
});

/** Stands in for files that only root could make: every file says it belongs to `uid`. */
const ownedBy = (home: Home, uid: number): Home['world'] => ({
  ...home.world,
  uid: 1000,
  files: { ...home.world.files, stat: (path) => Object.assign(home.world.files.stat(path), { uid }) },
});

test('a file of another user is refused', async () => {
  const home = makeHome();
  home.plant(NAME, '');
  expect(await failure(() => loadConfig(ownedBy(home, 1001), BUILTIN))).toEqual({
    message: 'The configuration ~/.ai-runnerrc belongs to another user (uid 1001)',
    hint: 'Make it yours: chown 1000 ~/.ai-runnerrc',
  });
});

test.each([
  ['the user', 1000],
  ['root', 0],
])('a file of %s is read', async (_owner, uid) => {
  const home = makeHome();
  home.plant(NAME, 'defaults: { tier: opus }');
  expect((await loadConfig(ownedBy(home, uid), BUILTIN)).config.defaults).toEqual({ tier: 'opus' });
});

test('a file that may not be read is named', async () => {
  const home = makeHome();
  home.plant(NAME, '');
  const stat = () => {
    throw Object.assign(new Error('permission denied'), { code: 'EACCES' });
  };
  const world = { ...home.world, files: { ...home.world.files, stat } };
  expect(await failure(() => loadConfig(world, BUILTIN))).toEqual({
    message: 'The configuration ~/.ai-runnerrc may not be read by you',
    hint: CHECK,
  });
});
