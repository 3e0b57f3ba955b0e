import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import type { HttpAnswer } from '../world.ts';

const LARGEST_ANSWER = 8 * 1024 * 1024;

const collect = (response: IncomingMessage, done: (answer: HttpAnswer | undefined) => void): void => {
  const parts: Buffer[] = [];
  let size = 0;
  response.on('data', (part: Buffer) => {
    size += part.length;
    parts.push(part);
    if (size > LARGEST_ANSWER) response.destroy();
  });
  response.on('end', () =>
    done({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
  );
  response.on('close', () => done(undefined));
};

/** Without an agent of its own a request may take the way of NODE_USE_ENV_PROXY (Node.js 24). */
const DIRECT = { agent: false } as const;

/** GET without redirects or proxies; `undefined` when no whole answer came within the limit. */
export const get = (url: string, timeoutMs: number): Promise<HttpAnswer | undefined> =>
  new Promise((resolve) => {
    const request = (url.startsWith('https:') ? httpsGet : httpGet)(url, DIRECT, (response) =>
      collect(response, finish),
    );
    const timer = setTimeout(() => request.destroy(), timeoutMs);
    const finish = (answer: HttpAnswer | undefined): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    request.on('error', () => finish(undefined));
    request.on('close', () => finish(undefined));
  });
