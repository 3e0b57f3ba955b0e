import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDescriptor } from '../../../src/node/stdin.ts';

const folder = mkdtempSync(join(tmpdir(), 'ai-script-'));
afterEach(() => jest.useRealTimers());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Both ends of a named pipe. */
const pipe = (name: string): { readonly reader: number; readonly writer: number } => {
  const path = join(folder, name);
  execFileSync('mkfifo', [path]);
  return {
    reader: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK),
    writer: openSync(path, constants.O_WRONLY),
  };
};

test.each([
  ['data', 'late', { bytes: Buffer.from('late'), silent: false }],
  ['its end', '', { bytes: Buffer.alloc(0), silent: false }],
])('a neighbour that leaves while we look for it has left us %s', async (name, text, content) => {
  const { reader, writer } = pipe(name);
  const mayStillCome = () => {
    writeSync(writer, text);
    closeSync(writer);
    return false;
  };
  expect(await readDescriptor(reader, { limit: 10, patience: 5, mayStillCome })).toEqual(content);
});

test('somebody who begins while we look for others is read to the end', async () => {
  const { reader, writer } = pipe('begins');
  const mayStillCome = () => {
    writeSync(writer, 'a');
    setTimeout(() => closeSync(writer), 30);
    return false;
  };
  expect(await readDescriptor(reader, { limit: 10, patience: 5, mayStillCome })).toEqual({
    bytes: Buffer.from('a'),
    silent: false,
  });
});

test('nobody is looked for when something came in time', async () => {
  const { reader, writer } = pipe('in-time');
  writeSync(writer, 'a');
  const mayStillCome = jest.fn(() => false);
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
  const content = readDescriptor(reader, { limit: 10, patience: 20, mayStillCome });
  // The event loop reads what is there once in each of its rounds.
  for (let round = 0; round < 3; round += 1) await new Promise(setImmediate);
  jest.runAllTimers();
  closeSync(writer);
  expect(await content).toEqual({ bytes: Buffer.from('a'), silent: false });
  expect(mayStillCome).not.toHaveBeenCalled();
});
