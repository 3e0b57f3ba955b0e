import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

// Not in a hook: concurrent tests do not wait for it.
const reader = bundle('read-stdin-program.ts');
writeFileSync(join(reader.folder, 'data'), 'from a file\n');
mkdirSync(join(reader.folder, 'folder'));

afterAll(() => reader.remove());

/** For a line that hangs; no judge of speed. */
const LIMIT_MS = 40_000;

/** Runs a line of bash, in which `$R` reads stdin; its own stdin is a socket that stays open until it ends. */
const bash = (line: string, input?: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn('bash', ['--norc', '-c', line], {
      cwd: mkdtempSync(join(reader.folder, 'run-')),
      env: { PATH: process.env.PATH, R: `${process.execPath} ${reader.program}` },
      stdio: ['pipe', 'pipe', 'inherit'],
      // A process group of its own, so that all of it can be ended.
      detached: true,
    });
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      reject(new Error(`hangs: ${line}`));
    }, LIMIT_MS);
    if (input !== undefined) child.stdin.end(input);
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.on('close', () => {
      clearTimeout(timer);
      resolve(Buffer.concat(parts).toString());
    });
  });

const read = async (line: string, input?: string): Promise<unknown> =>
  JSON.parse((await bash(line, input)).split('\n')[0] ?? '');

const found = (kind: string, text: string) => ({ kind, text, warned: 0 });
const silent = (kind: string) => ({ kind, text: '', warned: 1 });

/** Descriptor 7 reads a pipe that nobody but the shell itself can write to, at 9. */
const HELD = 'exec 7< <(:); exec 9> /proc/self/fd/7';

const WITH_PROMPT: readonly [what: string, line: string, result: object][] = [
  ['a pipe with data', 'printf data | $R with-prompt', found('pipe', 'data')],
  [
    'a pipe with bytes that are no UTF-8',
    "printf '\\377\\0\\200' | $R with-prompt",
    found('pipe', '\xff\0\x80'),
  ],
  ['a pipe that ends at once', ': | $R with-prompt', found('pipe', '')],
  [
    'a pipe with data that comes in parts',
    '(printf a; sleep 1.2; printf b) | $R with-prompt',
    found('pipe', 'ab'),
  ],
  ['a slow neighbour in the pipeline', '(sleep 1.3; printf late) | $R with-prompt', found('pipe', 'late')],
  ['a slow neighbour that has nothing to say', 'sleep 1.3 | $R with-prompt', found('pipe', '')],
  [
    'a slow neighbour that writes to another descriptor',
    '(exec 5>&1 1>&2; sleep 1.3; printf late >&5) | $R with-prompt',
    found('pipe', 'late'),
  ],
  [
    'a slow shell above us whose output we are',
    `${HELD}; exec 3>&1 1> >($R with-prompt >&3 9>&-); read -r -t 1.3 -u 7 _; printf late; exec 1>&-; wait "$!"`,
    found('pipe', 'late'),
  ],
  [
    'the rest from the shell above us',
    `${HELD}; printf a >&9; $R with-prompt <&7 9>&- & sleep 1.3; printf b >&9; exec 9>&-; wait`,
    found('pipe', 'ab'),
  ],
  [
    'a silent pipe that others read too',
    `${HELD}; sleep 9 <&7 9>&- >&- & $R with-prompt <&7; kill "$!"`,
    silent('pipe'),
  ],
  ['a silent pipe that the shell above us holds open', `${HELD}; $R with-prompt <&7`, silent('pipe')],
  ['a silent named pipe', 'mkfifo p; exec 9<> p; $R with-prompt < p', silent('pipe')],
  [
    'a named pipe whose writer is gone',
    'mkfifo p; printf data > p & $R with-prompt < p',
    found('pipe', 'data'),
  ],
  ['a silent socket', '$R with-prompt', silent('socket')],
  ['a file', '$R with-prompt < ../data', found('file', 'from a file\n')],
  ['what is left of a file', '{ read -r -n 5 _; $R with-prompt; } < ../data', found('file', 'a file\n')],
  ['/dev/null', '$R with-prompt < /dev/null', found('null', '')],
  // Node.js opens /dev/null in the place of a descriptor that is closed.
  ['a closed stdin', '$R with-prompt <&-', found('null', '')],
  ['a device without an end', '$R with-prompt < /dev/zero', found('other', '')],
  ['a folder', '$R with-prompt < ../folder', found('other', '')],
  [
    'a pipe without an end',
    'yes | $R with-prompt',
    { kind: 'pipe', message: 'stdin has more than 10485760 bytes (10 MiB)' },
  ],
];

test.concurrent.each(WITH_PROMPT)('beside a prompt file: %s', async (_what, line, result) => {
  expect(await read(line)).toEqual(result);
});

const ALONE: readonly [what: string, line: string, input: string | undefined, result: object][] = [
  ['a pipe', 'printf data | $R', undefined, found('pipe', 'data')],
  [
    'a slow pipe',
    `${HELD}; $R <&7 9>&- & sleep 1.3; printf late >&9; exec 9>&-; wait`,
    undefined,
    found('pipe', 'late'),
  ],
  ['a socket', '$R', 'data', found('socket', 'data')],
  ['a file', '$R < ../data', undefined, found('file', 'from a file\n')],
  ['/dev/null', '$R < /dev/null', undefined, found('null', '')],
  ['a folder', '$R < ../folder', undefined, { kind: 'other', message: 'stdin is a folder' }],
  [
    'a device without an end',
    '$R < /dev/zero',
    undefined,
    { kind: 'other', message: 'stdin has more than 10485760 bytes (10 MiB)' },
  ],
];

test.concurrent.each(ALONE)('as the prompt: %s', async (_what, line, input, result) => {
  expect(await read(line, input)).toEqual(result);
});

test.concurrent('a silent pipe is waited for when the user spoke of it', async () => {
  const line = `${HELD}; $R wanted <&7 9>&- & sleep 1.3; printf late >&9; exec 9>&-; wait`;
  expect(await read(line)).toEqual(found('pipe', 'late'));
});

describe('where there is no /proc', () => {
  test.concurrent.each([
    [
      'a slow neighbour in the pipeline',
      '(sleep 1.3; printf late) | $R with-prompt darwin',
      found('pipe', 'late'),
    ],
    [
      'a silent pipe that the shell above us holds open',
      `${HELD}; $R with-prompt darwin <&7`,
      silent('pipe'),
    ],
  ])('%s', async (_what, line, result) => {
    expect(await read(line)).toEqual(result);
  });
});
