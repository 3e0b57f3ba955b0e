import { readFileSync } from 'node:fs';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import { rootCertificates } from 'node:tls';
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

/** What Node.js itself makes of NODE_EXTRA_CA_CERTS, which the launcher hides from it. */
const trusted = (): { ca?: string[] } => {
  const { AI_RUNNER_CA } = process.env;
  if (AI_RUNNER_CA === undefined) return {};
  try {
    return { ca: [...rootCertificates, readFileSync(AI_RUNNER_CA, 'utf8')] };
  } catch {
    return {};
  }
};

/** GET without redirects or proxies; `undefined` when no whole answer came within the limit. */
export const get = (url: string, timeoutMs: number): Promise<HttpAnswer | undefined> =>
  new Promise((resolve) => {
    const answered = (response: IncomingMessage): void => collect(response, finish);
    const request = url.startsWith('https:')
      ? httpsGet(url, { ...DIRECT, ...trusted() }, answered)
      : httpGet(url, DIRECT, answered);
    const timer = setTimeout(() => request.destroy(), timeoutMs);
    const finish = (answer: HttpAnswer | undefined): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    request.on('error', () => finish(undefined));
    request.on('close', () => finish(undefined));
  });
