import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretRef } from '../../../src/plan/env-patch.ts';
import { resolveSecret } from '../../../src/secrets/resolve.ts';
import { failure, type Home, type HomeOptions, makeHome, removeHomes } from '../config/home.ts';

afterEach(removeHomes);

const VALUE = 'sk-0123456789-abcd';
const node = (code: string): SecretRef => ({ command: [process.execPath, '-e', code] });

type Source = readonly [what: string, ref: SecretRef, options?: HomeOptions, arrange?: (home: Home) => void];

const GOOD: readonly Source[] = [
  ['a literal', { literal: VALUE }],
  ['a variable', { env: 'GW_TOKEN' }, { env: { GW_TOKEN: VALUE } }],
  ['a file', { file: '~/key' }, {}, (home) => home.plant('key', VALUE)],
  ['a file with a line end', { file: '~/key' }, {}, (home) => home.plant('key', `${VALUE}\n`)],
  [
    'a file with a DOS line end',
    { file: '../home/key' },
    {},
    (home) => home.plant('key', `${VALUE}\r\n`, 0o400),
  ],
  ['a command', node(`console.log('${VALUE}')`)],
  ['a command without a line end', node(`process.stdout.write('${VALUE}')`)],
  ['a command that reads a variable', node('console.log(process.env.MINE)'), { env: { MINE: VALUE } }],
];

test.each(GOOD)('%s gives its secret', (_what, ref, options, arrange) => {
  const home = makeHome(options);
  arrange?.(home);
  expect(resolveSecret(home.world, ref)).toBe(VALUE);
  expect([...home.said, ...home.printed]).toEqual([]);
});

const RUN_IT = 'The configuration takes a secret from it: run it by itself to see what is wrong.';
const PROGRAM = `The command ${process.execPath}`;

type Bad = readonly [
  what: string,
  ref: SecretRef,
  message: string,
  hint: string,
  options?: HomeOptions,
  arrange?: (home: Home) => void,
];

const BAD: readonly Bad[] = [
  [
    'a variable that is not set',
    { env: 'GW_TOKEN' },
    'The variable GW_TOKEN is not set',
    'The configuration takes a secret from it: export GW_TOKEN, or name another source.',
  ],
  [
    'an empty variable',
    { env: 'GW_TOKEN' },
    'The variable GW_TOKEN is empty',
    'The configuration takes a secret from it: export GW_TOKEN, or name another source.',
    { env: { GW_TOKEN: '' } },
  ],
  [
    'a file that does not exist',
    { file: '~/key' },
    'The secret file ~/key does not exist',
    'Check the path, and where it leads if it is a link.',
  ],
  [
    'a file that others can read',
    { file: '~/key' },
    'The secret file ~/key can be read by other users',
    'Take that right away: chmod 600 ~/key',
    {},
    (home) => home.plant('key', VALUE, 0o640),
  ],
  [
    'a named pipe',
    { file: '~/key' },
    'The secret file ~/key is a named pipe, not a regular file',
    'Name a regular file.',
    {},
    (home) => execFileSync('mkfifo', ['-m', '600', join(home.path, 'key')]),
  ],
  [
    'a folder',
    { file: '~/key' },
    'The secret file ~/key is a folder, not a regular file',
    'Name a regular file.',
    {},
    (home) => mkdirSync(join(home.path, 'key')),
  ],
  [
    'a file of more than 16 KiB',
    { file: '~/key' },
    'The secret file ~/key is larger than 16 KiB',
    'Check that it is the file you meant.',
    {},
    (home) => home.plant('key', 'x'.repeat(16 * 1024 + 1)),
  ],
  [
    'a command that fails',
    node(`console.log('${VALUE}'); process.exit(3)`),
    `${PROGRAM} failed with status 3`,
    RUN_IT,
  ],
  ['a command that prints nothing', node('console.log()'), `${PROGRAM} printed nothing`, RUN_IT],
  ['a command that is killed', node('process.kill(process.pid, 9)'), `${PROGRAM} was killed`, RUN_IT],
  [
    'a command that does not exist',
    { command: ['no-such-program', VALUE] },
    'The command no-such-program was not found',
    'The configuration takes a secret from it: install it, or name another source.',
  ],
  [
    'a command without a program',
    { command: [] },
    'A secret command is empty',
    'Write it as {command: [PROGRAM, ARGUMENT]}.',
  ],
];

test.each(BAD)('%s is refused, and shows no secret', async (_what, ref, message, hint, options, arrange) => {
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
