import { readSync } from 'node:fs';
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
      if (!mayStillCome?.()) setImmediate(finishIfSilent);
    };
    const timer = patience === undefined ? undefined : setTimeout(giveUp, patience);
    socket.on('data', (part: Buffer) => {
      clearTimeout(timer);
      parts.push(part);
      size += part.length;
      if (size > limit) finish(false);
    });
    socket.on('end', () => finish(false));
    socket.on('error', reject);
  });

/**
 * Reads a descriptor to its end, or as far as the options go, and closes a pipe or socket. Those are read without
 * blocking, which whoever shares them sees too (open(2), O_NONBLOCK), until Node.js puts it back at its own end.
 * @throws Node's own `ErrnoException`, e.g. `EISDIR`
 */
export const readDescriptor = async (descriptor: number, options: StdinOptions): Promise<StdinContent> => {
  const kind = kindOf(descriptor);
  if (kind !== 'pipe' && kind !== 'socket')
    return { bytes: readFile(descriptor, options.limit), silent: false };
  const socket = new Socket({ fd: descriptor, readable: true, writable: false });
  try {
    return await collect(socket, options);
  } finally {
    socket.destroy();
  }
};
