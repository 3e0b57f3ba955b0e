import { constants, openSync, readlinkSync, readSync } from 'node:fs';
import { Socket } from 'node:net';
import type { StdinContent, StdinOptions } from '../run/stdin.ts';
import { kindOf } from './stdin-kind.ts';

const PART = 64 * 1024;

/** Reads what has an end of its own and never waits for another program. */
const readFile = (descriptor: number, limit: number): Buffer => {
  const parts: Buffer[] = [];
  for (let size = 0; size <= limit; ) {
    const part = Buffer.allocUnsafe(PART);
    const count = readSync(descriptor, part, 0, PART, null);
    if (count === 0) break;
    size += count;
    parts.push(part.subarray(0, count));
  }
  return Buffer.concat(parts);
};

/**
 * The same pipe, opened once more where the system allows it (Linux). Node.js reads pipes without blocking, and that is a
 * property of what all holders of a descriptor share (open(2), "Open file descriptions"): the shell that goes on to
 * read from the same pipe would fail with EAGAIN. Not for a named pipe: who opens one after its last writer left is never
 * told of the end.
 */
const ownView = (descriptor: number): number | undefined => {
  const path = `/proc/self/fd/${descriptor}`;
  try {
    return readlinkSync(path).startsWith('pipe:')
      ? openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
      : undefined;
  } catch {
    return undefined;
  }
};

/** Where there is no second view, the shared one is put back as it was. Not part of Node.js' documented interface. */
const makeBlocking = (socket: Socket): void => {
  const { _handle: handle } = socket as unknown as { _handle?: { setBlocking?: (on: boolean) => void } };
  handle?.setBlocking?.(true);
};

const collect = (socket: Socket, { limit, patience, mayStillCome }: StdinOptions): Promise<StdinContent> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    const finish = (silent: boolean): void => {
      clearTimeout(timer);
      resolve({ bytes: Buffer.concat(parts), silent });
    };
    const finishIfSilent = (): void => {
      if (size === 0) finish(true);
    };
    // Whoever left before we looked may have written first: what is in the pipe by now is read before the immediate.
    const giveUp = (): void => {
      if (size === 0 && !mayStillCome?.()) setImmediate(finishIfSilent);
    };
    const timer = patience === undefined ? undefined : setTimeout(giveUp, patience);
    socket.on('data', (part: Buffer) => {
      parts.push(part);
      size += part.length;
      if (size > limit) finish(false);
    });
    socket.on('end', () => finish(false));
    socket.on('error', reject);
  });

/**
 * Reads a descriptor to its end, or as far as the options go. A pipe or socket does not keep the program waiting
 * longer than they say.
 * @throws Node's own `ErrnoException`, e.g. `EISDIR`
 */
export const readDescriptor = async (descriptor: number, options: StdinOptions): Promise<StdinContent> => {
  const kind = kindOf(descriptor);
  if (kind !== 'pipe' && kind !== 'socket')
    return { bytes: readFile(descriptor, options.limit), silent: false };
  const socket = new Socket({ fd: ownView(descriptor) ?? descriptor, readable: true, writable: false });
  try {
    return await collect(socket, options);
  } finally {
    makeBlocking(socket);
    socket.destroy();
  }
};
