import { Writable } from 'node:stream';
import { openAnswer } from '../../../src/live/answer.ts';

/** A stdout that takes each piece only after a turn of the event loop. */
const slowStdout = () => {
  const taken: string[] = [];
  const stdout = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _encoding, done) {
      setImmediate(() => {
        taken.push(chunk.toString('utf8'));
        done();
      });
    },
  });
  return { stdout, taken };
};

type Piece = readonly [text: string, begins: boolean];

test.each<[readonly Piece[], string]>([
  [[], ''],
  [[['a', true]], 'a\n'],
  [
    [
      ['a', true],
      ['b', false],
    ],
    'ab\n',
  ],
  [
    [
      ['a', true],
      ['b', true],
    ],
    'a\n\nb\n',
  ],
  [
    [
      ['a\n', true],
      ['b', true],
    ],
    'a\n\nb\n',
  ],
  [
    [
      ['a\n\n\n', true],
      ['b', true],
    ],
    'a\n\n\nb\n',
  ],
  [
    [
      ['a', true],
      ['\nb', true],
    ],
    'a\n\nb\n',
  ],
  [
    [
      ['a', true],
      ['\n', false],
      ['\n', false],
      ['b', true],
    ],
    'a\n\nb\n',
  ],
  [
    [
      ['\n', true],
      ['b', true],
    ],
    '\n\nb\n',
  ],
  [[['a\n', true]], 'a\n'],
  [
    [
      ['\ud83d', true],
      ['\ude00', false],
    ],
    '😀\n',
  ],
  [
    [
      ['a\ud83d', true],
      ['\ude00b', false],
    ],
    'a😀b\n',
  ],
])('%j is printed as %j', async (pieces, expected) => {
  const { stdout, taken } = slowStdout();
  const answer = openAnswer(stdout);
  for (const [text, begins] of pieces) await answer.text({ text, begins });
  await answer.endLine();
  expect(taken.join('')).toBe(expected);
});

test('an ended line changes no byte of what follows', async () => {
  const { stdout, taken } = slowStdout();
  const answer = openAnswer(stdout);
  await answer.endLine();
  await answer.text({ text: 'a', begins: true });
  await answer.endLine();
  await answer.endLine();
  await answer.text({ text: 'b', begins: true });
  await answer.endLine();
  expect(taken.join('')).toBe('a\n\nb\n');
});

test('a piece counts as printed only when stdout has taken it', async () => {
  const { stdout, taken } = slowStdout();
  const answer = openAnswer(stdout);
  const printing = answer.text({ text: 'a', begins: true });
  expect(taken).toEqual([]);
  await printing;
  expect(taken).toEqual(['a']);
});

test('it knows where the line stands', async () => {
  const answer = openAnswer(slowStdout().stdout);
  const states = [answer.atLineStart];
  for (const text of ['a', '\n', 'b']) {
    await answer.text({ text, begins: false });
    states.push(answer.atLineStart);
  }
  expect(states).toEqual([true, false, true, false]);
});

test('an error of stdout is the error of the piece', async () => {
  const stdout = new Writable({ write: (_chunk, _encoding, done) => done(new Error('EPIPE')) });
  stdout.on('error', () => undefined);
  await expect(openAnswer(stdout).text({ text: 'a', begins: true })).rejects.toThrow('EPIPE');
});
