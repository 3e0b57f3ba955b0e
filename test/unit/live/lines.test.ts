import { PassThrough, Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { readPipe, splitLines } from '../../../src/live/lines.ts';

const never = new Promise<void>(() => undefined);

const linesOf = async (chunks: readonly (string | Uint8Array)[]): Promise<string[]> => {
  const taken: string[] = [];
  const lines = splitLines(async (line) => {
    taken.push(line);
  });
  await readPipe(Readable.from(chunks, { objectMode: false }), never, lines.chunk);
  await lines.end();
  return taken;
};

const euro = Buffer.from('€');

test.each<[string, readonly (string | Uint8Array)[], string[]]>([
  ['whole lines', ['one\n', 'two\n'], ['one', 'two']],
  ['lines in pieces', ['o', 'ne\ntw', 'o\n\nthree\n'], ['one', 'two', '', 'three']],
  ['a last line without an end', ['one\ntwo'], ['one', 'two']],
  ['other separators inside a line', ['a\u2028b\rc\u2029d\u0085e\n'], ['a\u2028b\rc\u2029d\u0085e']],
  ['a character cut in two', [euro.subarray(0, 1), euro.subarray(1), '\n'], ['€']],
  ['nothing', [], []],
])('%s', async (_name, chunks, expected) => {
  expect(await linesOf(chunks)).toEqual(expected);
});

test('nothing is read on before a line is taken', async () => {
  const pipe = new PassThrough();
  pipe.write('one\n');
  const taken: string[] = [];
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reading = readPipe(pipe, never, async (text) => {
    taken.push(text);
    await gate;
  });
  while (taken.length === 0) await pause(1);
  pipe.end('two\n');
  await pause(20);
  expect(taken).toEqual(['one\n']);
  release();
  await reading;
  expect(taken).toEqual(['one\n', 'two\n']);
});

test('a pipe that somebody else holds open is left when the tool is gone', async () => {
  const pipe = new PassThrough();
  pipe.write('one\n');
  const taken: string[] = [];
  await readPipe(pipe, Promise.resolve(), async (text) => {
    taken.push(text);
  });
  expect([taken, pipe.destroyed]).toEqual([['one\n'], true]);
});

test('a slow reader gets all that a tool left in the pipe', async () => {
  const pipe = new PassThrough();
  for (const text of ['one', 'two', 'three']) pipe.write(text);
  const taken: string[] = [];
  await readPipe(pipe, Promise.resolve(), async (text) => {
    await pause(400);
    taken.push(text);
    if (taken.length === 1) pipe.write('four');
  });
  expect(taken.join('')).toBe('onetwothreefour');
});

test.each([
  ['the taker', async (pipe: PassThrough) => void pipe.write('one\n'), 'not this'],
  ['the pipe', async (pipe: PassThrough) => void pipe.destroy(new Error('not that')), 'not that'],
  ['a pipe that closes too early', async (pipe: PassThrough) => void pipe.destroy(), 'Premature close'],
])('an error of %s is passed on', async (_name, fail, message) => {
  const pipe = new PassThrough();
  const reading = readPipe(pipe, never, async () => {
    throw new Error('not this');
  });
  await fail(pipe);
  await expect(reading).rejects.toThrow(message);
  expect(pipe.destroyed).toBe(true);
});
