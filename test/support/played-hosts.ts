import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { selfSigned } from './certificate.ts';
import { createAnswers } from './loopback/answer.ts';
import type { RecordedRequest } from './loopback/exchange.ts';
import { handle, type State } from './loopback/handle.ts';

/** A proxy on a loopback port, behind which some hosts of the net are played. Nothing leaves the machine. */
export interface PlayedHosts {
  /** For `HTTPS_PROXY`. */
  readonly proxy: string;
  /** For a file that `NODE_EXTRA_CA_CERTS` names: the certificate of all played hosts. */
  readonly cert: string;
  /** `host:port` of everything that clients wanted to reach, played or refused. */
  readonly targets: readonly string[];
  readonly requests: readonly RecordedRequest[];
  readonly turns: readonly RecordedRequest[];
  readonly close: () => Promise<void>;
}

/** Starts the proxy; hosts that are not played are refused. Closing it rejects with what failed inside. */
export const playHosts = async (hosts: readonly string[]): Promise<PlayedHosts> => {
  const state: State = { requests: [], turns: [], defects: [], answers: createAnswers({}), models: [] };
  const { key, cert } = selfSigned(hosts);
  const played = createTlsServer({ key, cert }, (request, response) => void handle(state, request, response));
  const targets: string[] = [];
  const open = new Set<Duplex>();
  const proxy = createServer().on('connect', ({ url = '' }, socket: Duplex) => {
    targets.push(url);
    open.add(socket.on('error', () => undefined));
    if (!hosts.some((host) => url === `${host}:443`))
      return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    played.emit('connection', socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    proxy: `http://127.0.0.1:${port}`,
    cert,
    targets,
    requests: state.requests,
    turns: state.turns,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
      if (state.defects.length > 0) throw new AggregateError(state.defects, 'a played host failed');
    },
  };
};
