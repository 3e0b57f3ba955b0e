import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretRef } from '../../../src/plan/env-patch.ts';
import { resolveSecret } from '../../../src/secrets/resolve.ts';
import { failure, type Home, type HomeOptions, makeHome, removeHomes } from '../config/home.ts';

afterEach(removeHomes);

const VALUE = 'sk-0123456789-abcd';
const node = (code: string): SecretRef => ({ command: [process.execPath, '-e', code] });

interface Source {
  readonly what: string;
  readonly ref: SecretRef;
  readonly options?: HomeOptions;
  readonly arrange?: (home: Home) => void;
}

const GOOD: readonly Source[] = [
  { what: 'a literal', ref: { literal: VALUE } },
  { what: 'a variable', ref: { env: 'GW_TOKEN' }, options: { env: { GW_TOKEN: VALUE } } },
  { what: 'a file', ref: { file: '~/key' }, arrange: (home) => home.plant('key', VALUE) },
  {
    what: 'a file with a line end',
    ref: { file: '~/key' },
    arrange: (home) => home.plant('key', `${VALUE}\n`),
  },
  {
    what: 'a read-only file with a DOS line end',
    ref: { file: '../home/key' },
    arrange: (home) => home.plant('key', `${VALUE}\r\n`, 0o400),
  },
  { what: 'a command', ref: node(`console.log('${VALUE}')`) },
  { what: 'a command without a line end', ref: node(`process.stdout.write('${VALUE}')`) },
  {
    what: 'a command that reads a variable',
    ref: node('console.log(process.env.MINE)'),
    options: { env: { MINE: VALUE } },
  },
];

test.each(GOOD)('$what gives its secret', ({ ref, options, arrange }) => {
  const home = makeHome(options);
  arrange?.(home);
  expect(resolveSecret(home.world, ref)).toBe(VALUE);
  expect([...home.said, ...home.printed]).toEqual([]);
});

const RUN_IT = 'The configuration takes a secret from it: run it by itself to see what is wrong.';
const PROGRAM = `The command ${process.execPath}`;

interface Refused extends Source {
  readonly message: string;
  readonly hint: string;
}

const EXPORT = 'The configuration takes a secret from it: export GW_TOKEN, or name another source.';

const VARIABLES: readonly Refused[] = [
  {
    what: 'a variable that is not set',
    ref: { env: 'GW_TOKEN' },
    message: 'The variable GW_TOKEN is not set',
    hint: EXPORT,
  },
  {
    what: 'an empty variable',
    ref: { env: 'GW_TOKEN' },
    options: { env: { GW_TOKEN: '' } },
    message: 'The variable GW_TOKEN is empty',
    hint: EXPORT,
  },
];

const file = (what: string, complaint: string, hint: string, arrange: Source['arrange']): Refused => ({
  ...{ what, ref: { file: '~/key' }, message: `The secret file ~/key ${complaint}`, hint },
  ...(arrange && { arrange }),
});

const FILES: readonly Refused[] = [
  file(
    'a file that does not exist',
    'does not exist',
    'Check the path, and where it leads if it is a link.',
    undefined,
  ),
  file(
    'a file that others can read',
    'can be read by other users',
    'Take that right away: chmod 600 ~/key',
    (home) => home.plant('key', VALUE, 0o640),
  ),
  file('a named pipe', 'is a named pipe, not a regular file', 'Name a regular file.', (home) =>
    execFileSync('mkfifo', ['-m', '600', join(home.path, 'key')]),
  ),
  file('a folder', 'is a folder, not a regular file', 'Name a regular file.', (home) =>
    mkdirSync(join(home.path, 'key')),
  ),
  file(
    'a file of more than 16 KiB',
    'is larger than 16 KiB',
    'Check that it is the file you meant.',
    (home) => home.plant('key', 'x'.repeat(16 * 1024 + 1)),
  ),
];

const COMMANDS: readonly Refused[] = [
  {
    what: 'a command that fails',
    ref: node(`console.log('${VALUE}'); process.exit(3)`),
    message: `${PROGRAM} failed with status 3`,
    hint: RUN_IT,
  },
  {
    what: 'a silent command',
    ref: node('console.log()'),
    message: `${PROGRAM} printed nothing`,
    hint: RUN_IT,
  },
  {
    what: 'a command that is killed',
    ref: node('process.kill(process.pid, 9)'),
    message: `${PROGRAM} was killed`,
    hint: RUN_IT,
  },
  {
    what: 'a command that does not exist',
    ref: { command: ['no-such-program', VALUE] },
    // Where PATH names a folder that we may not look into, nobody knows what exists.
    options: { env: { PATH: '/usr/bin:/bin' } },
    message: 'The command no-such-program was not found',
    hint: 'The configuration takes a secret from it: install it, or name another source.',
  },
  {
    what: 'a command without a program',
    ref: { command: [] },
    message: 'A secret command is empty',
    hint: 'Write it as {command: [PROGRAM, ARGUMENT]}.',
  },
];

test.each([...VARIABLES, ...FILES, ...COMMANDS])('$what is refused, and shows no secret', async (row) => {
  const { ref, message, hint, options, arrange } = row;
  const home = makeHome(options);
  arrange?.(home);
  const told = await failure(() => resolveSecret(home.world, ref));
  expect(told).toEqual({ message, hint });
  expect(JSON.stringify([told, home.said, home.printed])).not.toContain(VALUE);
});

test('a command gets 10 s', async () => {
  const limits: number[] = [];
  const home = makeHome({
    run: (_argv, { timeoutMs }) => {
      limits.push(timeoutMs);
      const error = Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' });
      return { status: null, stdout: VALUE, stderr: '', error };
    },
  });
  const { message } = await failure(() => resolveSecret(home.world, { command: ['slow'] }));
  expect([message, limits]).toEqual(['The command slow did not finish within 10 s', [10_000]]);
});

test('no shell reads the words of a command', () => {
  const home = makeHome();
  const words = ['$HOME', '`id`', ';', '*', "'"];
  const script = 'console.log(process.argv.slice(1).join(","))';
  const ref = { command: [process.execPath, '-e', script, ...words] };
  expect(resolveSecret(home.world, ref)).toBe(words.join(','));
});

test('what a command says on stderr reaches the user', () => {
  const home = makeHome();
  resolveSecret(home.world, node(`console.error('Touch the key'); console.log('${VALUE}')`));
  expect(home.said).toEqual(['Touch the key\n']);
});

const LONG = 'x'.repeat(16 * 1024);

test.each([
  ['two lines', 'sk-one\nsk-two', 'has more than one line'],
  ['a carriage return', 'sk-one\rX: y', 'has more than one line'],
  ['a control character', 'sk-one\u001b[2J', 'contains control characters'],
  ['more than 16 KiB', `${LONG}y`, 'is longer than 16 KiB'],
])('a secret of %s is refused, whatever its source', async (_what, value, complaint) => {
  const home = makeHome({
    env: { IT: value },
    run: () => ({ status: 0, stdout: value, stderr: '' }),
  });
  const sources: [SecretRef, string][] = [
    [{ literal: value }, 'the configuration'],
    [{ env: 'IT' }, 'the variable IT'],
    [{ command: ['give'] }, 'the command give'],
  ];
  for (const [ref, source] of sources) {
    expect(await failure(() => resolveSecret(home.world, ref))).toEqual({
      message: `The secret from ${source} ${complaint}`,
      hint: 'It must be the key or token alone, on one line.',
    });
  }
});

test('a secret of exactly 16 KiB is taken', () => {
  expect(resolveSecret(makeHome().world, { literal: LONG })).toBe(LONG);
});
