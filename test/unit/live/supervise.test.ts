import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { init, pieces, result, start, text, whole, written } from './claude-lines.ts';
import {
  ANSWER,
  type Changes,
  finish,
  LATE,
  prints,
  removePrompts,
  type Step,
  supervised,
} from './supervised.ts';

afterEach(removePrompts);

const SUMMARY = expect.stringMatching(/^ai: claude-opus-5-5, 1 turn, 2400 tokens in, 68 out, \d+s\n$/);
const plain = { status: 0, signal: undefined, failure: undefined, outputBegan: true, stderr: '' };

test.each<[string, readonly Step[], Changes, object]>([
  ['an answer', [prints(...ANSWER)], {}, { ...plain, stdout: 'PONG\n', stderr: SUMMARY }],
  ['an answer, quietly', [prints(...ANSWER)], { look: { quiet: true } }, { ...plain, stdout: 'PONG\n' }],
  [
    'only the result',
    [prints(init, whole('a', text('Looking.')), whole('b', text('PONG')), result('PONG'))],
    { look: { form: 'result' } },
    { ...plain, stdout: 'PONG\n' },
  ],
  [
    'two results',
    [prints(whole('a', text('x')), result('One.'), result('Two.'))],
    { look: { form: 'result' } },
    { ...plain, stdout: 'One.\n\nTwo.\n' },
  ],
  [
    'the prompt on stdin',
    [['stdin']],
    { prompt: 'what is\nthis?' },
    { ...plain, stdout: 'what is\nthis?\n' },
  ],
  [
    'a status of its own',
    [prints(...ANSWER), ['exit', 7]],
    { look: { quiet: true } },
    { ...plain, status: 7, stdout: 'PONG\n' },
  ],
  ['no event at all', [['exit', 0]], {}, { ...plain, outputBegan: false, stdout: '' }],
  [
    'a wrong flag',
    [
      ['err', 'error: unknown option\n'],
      ['exit', 2],
    ],
    {},
    { ...plain, status: 2, outputBegan: false, stdout: '', stderr: 'error: unknown option\n' },
  ],
  [
    'a line of another kind',
    [['out', 'Not logged in']],
    { look: { quiet: true } },
    { ...plain, outputBegan: false, stdout: '', stderr: 'Not logged in\n' },
  ],
  [
    'a last line without an end',
    [['out', `${written('2.1.197', [whole('a', text('PONG'))])}`]],
    {},
    { ...plain, stdout: 'PONG\n' },
  ],
  [
    'its own signal',
    [prints(start('a'), ...pieces('half')), ['die', 'SIGTERM']],
    {},
    { ...plain, status: 143, signal: 'SIGTERM', stdout: 'half\n' },
  ],
  [
    'a kill',
    [['die', 'SIGKILL']],
    {},
    { ...plain, status: 137, signal: 'SIGKILL', outputBegan: false, stdout: '' },
  ],
])('%s', async (_name, steps, changes, expected) => {
  expect(await finish(steps, changes)).toEqual(expected);
});
test('a tool that is not there is a user error', async () => {
  const { outcome } = supervised([], { argv: ['/nowhere/claude', '-p'] });
  await expect(outcome).rejects.toMatchObject({
    name: 'UserError',
    message: 'Claude Code (/nowhere/claude) cannot be started: there is no such program',
  });
});

test('the answer comes as it is written', async () => {
  const run = supervised([
    prints(start('a'), ...pieces('PO')),
    ['until', 'SIGTERM'],
    prints(...pieces('NG').slice(1)),
  ]);
  while (!run.stderr().includes('ready') || run.stdout() === '') await pause(5);
  expect(run.stdout()).toBe('PO');
  run.signal('SIGTERM');
  await run.outcome;
  expect(run.stdout()).toBe('PONG\n');
});

test('a slow stdout gets every byte', async () => {
  let taken = '';
  const stdout = new Writable({
    decodeStrings: false,
    highWaterMark: 1,
    write(chunk: string, _encoding, done) {
      taken += chunk;
      setImmediate(done);
    },
  });
  const line = written('2.1.330', [whole('a', text('0123456789abcde\n'.repeat(500)))])[0];
  const { status } = await supervised([['repeat', `${line}\n`, 300]], { stdout }).outcome;
  expect([status, taken.length]).toEqual([0, 300 * 8000]);
});

test.each([
  ['EPIPE', 'write', { status: 141, outputBegan: true }],
  ['ENOSPC', 'write', { name: 'UserError', message: 'the answer cannot be written: no more' }],
  ['ENOSPC', undefined, { name: 'Error', message: 'no more' }],
])('%s of %s on stdout ends the tool', async (code, syscall, expected) => {
  const stdout = new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('no more'), { code, syscall }));
    },
  });
  const run = supervised([prints(whole('a', text('PONG'))), ...LATE], { stdout });
  expect(await run.outcome.catch((error: unknown) => error)).toMatchObject(expected);
  expect(run.stderr()).toBe('');
});

test('a process that the tool leaves behind is not waited for', async () => {
  const run = supervised([prints(...ANSWER), ['leave'], ['exit', 0]], { look: { quiet: true } });
  expect(await run.outcome).toMatchObject({ status: 0 });
  expect(run.stdout()).toBe('PONG\n');
  process.kill(Number(run.stderr()), 'SIGKILL');
});
