import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from '../support/certificate.ts';
import { sendJson } from '../support/loopback/reply.ts';
import { ai } from '../support/run-sandbox.ts';
import { useSandbox } from '../support/sandbox.ts';

const box = useSandbox();
const { key, cert } = selfSigned(['localhost']);
const server = createServer({ key, cert }, (_request, response) =>
  sendJson(response, 200, { models: [{ name: 'qwen3-coder:latest' }] }),
);
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

test.each([
  ['the certificate', () => box.plant('ca.pem', cert), 'Model        qwen3-coder'],
  ['nothing', () => undefined, undefined],
  ['no file', () => '/gone.pem', undefined],
  ['no certificate', () => box.plant('ca.pem', 'no certificate\n'), undefined],
])('a model server behind https with %s in NODE_EXTRA_CA_CERTS', async (_name, file, expected) => {
  const OLLAMA_HOST = `https://localhost:${(server.address() as AddressInfo).port}`;
  const env = { OLLAMA_HOST, NODE_EXTRA_CA_CERTS: file() };
  const { status, stdout, stderr } = await ai(box, ['env', '--ollama', '--dry-run'], { env });
  if (expected === undefined) expect([status, stderr]).toEqual([1, expect.stringContaining(OLLAMA_HOST)]);
  else expect([status, stdout]).toEqual([0, expect.stringContaining('qwen3-coder')]);
});
