import { findProgram } from '../../../src/facts/find-program.ts';
import { type FakeFile, type Machine, machine } from './machine.ts';

const PROGRAM: FakeFile = { mode: 0o755 };
const LAUNCHER = { '/opt/ai/shell/ai': PROGRAM };

const rows: [string, Record<string, FakeFile>, Partial<Machine>, string | undefined][] = [
  ['the first on PATH', { '/a/claude': PROGRAM, '/b/claude': PROGRAM }, {}, '/a/claude'],
  ['a folder without it', { '/b/claude': PROGRAM }, {}, '/b/claude'],
  ['a file that is no program', { '/a/claude': { mode: 0o644 }, '/b/claude': PROGRAM }, {}, '/b/claude'],
  ['a folder of that name', { '/a/claude': { folder: true }, '/b/claude': PROGRAM }, {}, '/b/claude'],
  ['a broken link', { '/a/claude': { link: '/gone' }, '/b/claude': PROGRAM }, {}, '/b/claude'],
  ['a link', { '/a/claude': { link: '/lib/claude-2' }, '/lib/claude-2': PROGRAM }, {}, '/a/claude'],
  [
    'a link to our launcher',
    { ...LAUNCHER, '/a/claude': { link: '/opt/ai/shell/ai' }, '/b/claude': PROGRAM },
    {},
    '/b/claude',
  ],
  [
    'our launcher by another link',
    { ...LAUNCHER, '/bin/ai': { link: '/opt/ai/shell/ai' }, '/a/claude': { link: '/bin/ai' } },
    {},
    undefined,
  ],
  [
    'a relative entry',
    { '/folder/bin/claude': PROGRAM },
    { env: { PATH: 'bin' }, cwd: '/folder' },
    '/folder/bin/claude',
  ],
  [
    'an empty entry',
    { '/folder/claude': PROGRAM },
    { env: { PATH: '/a:' }, cwd: '/folder' },
    '/folder/claude',
  ],
  ['no PATH', { '/folder/claude': PROGRAM }, { env: {}, cwd: '/folder' }, undefined],
  ['an empty PATH', { '/folder/claude': PROGRAM }, { env: { PATH: '' }, cwd: '/folder' }, undefined],
  ['nowhere', { '/c/claude': PROGRAM }, {}, undefined],
];

test.each(rows)('%s', (_, files, parts, expected) => {
  expect(findProgram(machine({ env: { PATH: '/a:/b' }, ...parts, files }), 'claude')).toBe(expected);
});
