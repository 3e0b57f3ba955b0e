import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendJson } from './loopback/reply.ts';

/** A server on a loopback port that answers everything with one document, as token services do. */
export interface JsonEndpoint {
  readonly url: string;
  /** How many requests came. */
  readonly asked: () => number;
  readonly close: () => Promise<void>;
}

export const startJsonEndpoint = async (document: object): Promise<JsonEndpoint> => {
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    request.resume();
    sendJson(response, 200, document);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked: () => count, close };
};
