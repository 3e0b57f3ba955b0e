import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Loopback, startLoopback } from './loopback/server.ts';
import { removeTree } from './sandbox.ts';

/** An empty home for a client, and the one server that it can reach. */
export interface LoopbackHome {
  readonly home: string;
  readonly server: Loopback;
}

/** A fresh home and server for each test of the enclosing group. */
export const useLoopbackHome = (): LoopbackHome => {
  const current = {} as LoopbackHome;
  beforeEach(async () => {
    const home = mkdtempSync(join(tmpdir(), 'ai-client-'));
    Object.assign(current, { home, server: await startLoopback() });
  });
  afterEach(async () => {
    await current.server.close();
    removeTree(current.home);
  });
  return current;
};
