import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAnswers, type NextAnswer } from './answer.ts';
import type { RecordedRequest } from './exchange.ts';
import { handle, refuse, type State } from './handle.ts';

/** The standing answer (PONG, status 200, at once) and the names that the model lists show. */
export interface LoopbackOptions extends NextAnswer {
  readonly models?: readonly string[];
}

/** A running model server that speaks every protocol at once. */
export interface Loopback {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** Everything that arrived, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Those of `requests` that asked a model for a turn; one-token probes are left out. */
  readonly turns: readonly RecordedRequest[];
  /**
   * Answers the next `times` turns (default 1, `Infinity` for all) differently, then the standing answer is
   * back. Further calls queue up.
   */
  answer(next: NextAnswer, times?: number): void;
  /** Cuts every connection and stops. Rejects with what failed inside the server, so that no test misses it. */
  close(): Promise<void>;
}

/** Starts a server on a free port of 127.0.0.1. */
export const startLoopback = async (options: LoopbackOptions = {}): Promise<Loopback> => {
  const { models = ['qwen3-coder'], ...standing } = options;
  const answers = createAnswers(standing);
  const state: State = { requests: [], turns: [], defects: [], answers, models };
  const server = createServer((incoming, response) => void handle(state, incoming, response));
  server.on('upgrade', refuse(state, '426 Upgrade Required'));
  server.on('connect', refuse(state, '403 Forbidden'));
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    requests: state.requests,
    turns: state.turns,
    answer: (next, times = 1) => answers.queue(next, times),
    close: () => close(server, state),
  };
};

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const close = async (server: Server, { defects }: State): Promise<void> => {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  if (defects.length > 0) throw new AggregateError(defects, 'the loopback server failed');
};
