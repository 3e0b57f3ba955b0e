import type { Readable } from 'node:stream';

/** Ms between two looks at a pipe whose tool is gone. */
const LINGER_MS = 150;

/** Receives text in order; the pipe is not read on before the promise is kept. */
export type Take = (text: string) => Promise<void>;

const isEarlyClose = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';

/**
 * Reads a tool's pipe to its end, as text. A process that the tool left behind may hold the pipe open for ever: after the
 * tool has ended the pipe counts as read when two looks in a row found nothing.
 *
 * @param ended - kept when the tool has ended
 * @throws whatever `take` throws; the pipe is closed then
 */
export const readPipe = async (pipe: Readable, ended: Promise<unknown>, take: Take): Promise<void> => {
  let idle = true;
  let looks = 0;
  let done = false;
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    looks = idle ? looks + 1 : 0;
    if (looks > 1) pipe.destroy();
  };
  const watch = (): void => {
    if (!done) timer = setInterval(look, LINGER_MS);
  };
  void ended.then(watch, watch);
  pipe.setEncoding('utf8');
  try {
    for await (const chunk of pipe) {
      idle = false;
      looks = 0;
      await take(String(chunk));
      idle = true;
    }
  } catch (error) {
    if (looks <= 1 || !isEarlyClose(error)) throw error;
  } finally {
    done = true;
    clearInterval(timer);
  }
};

/**
 * Turns chunks into lines. Only `\n` ends one: U+2028 and `\r` may stand inside a JSON string.
 *
 * @returns what takes the chunks, and what hands over a last line without a newline
 */
export const splitLines = (take: Take): { readonly chunk: Take; end(): Promise<void> } => {
  let rest: string[] = [];
  return {
    async chunk(text) {
      const [first = '', ...others] = text.split('\n');
      rest.push(first);
      for (const next of others) {
        const line = rest.join('');
        rest = [next];
        await take(line);
      }
    },
    async end() {
      const line = rest.join('');
      rest = [];
      if (line !== '') await take(line);
    },
  };
};
