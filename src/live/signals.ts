import type { ForwardedSignal, Host, ToolProcess } from './host.ts';

/**
 * A terminal sends these to its whole foreground group, so the tool has them as well (termios(3), ISIG). Only a signal
 * that was meant for us alone leaves the tool running.
 */
const FROM_TERMINAL: readonly ForwardedSignal[] = ['SIGINT', 'SIGQUIT'];

/** Ms that the tool has to end by itself; clients take about 40. */
const GRACE_MS = 300;

/** Ms that a tool has to end after it was asked to; then it is killed. */
const PATIENCE_MS = 5000;

/** Ms that a reader of stdout has to take the rest, when a signal ended the run. */
const REST_MS = 1000;

/** Signals caught while the tool runs. */
export interface Forwarding {
  /** In the order of their arrival. */
  readonly seen: ReadonlySet<ForwardedSignal>;
  /** Kept a moment after both the tool has ended and a signal has come: then nobody is waited for any more. */
  expired(ended: Promise<unknown>): Promise<void>;
  /** Signals have their usual effect again. */
  stop(): void;
}

/** Passes the signals that we get on to the tool. To be called before the tool starts: none may slip between. */
export const forwardSignals = (host: Host, tool: () => ToolProcess | undefined): Forwarding => {
  const seen = new Set<ForwardedSignal>();
  let note: () => void = () => undefined;
  const signalled = new Promise<void>((resolve) => {
    note = resolve;
  });
  const release = host.onSignal((signal) => {
    seen.add(signal);
    note();
    const send = (): unknown => tool()?.kill(signal);
    if (FROM_TERMINAL.includes(signal)) setTimeout(send, GRACE_MS).unref();
    else send();
  });
  return {
    seen,
    async expired(ended) {
      await Promise.all([ended, signalled]);
      await new Promise((resolve) => {
        setTimeout(resolve, REST_MS).unref();
      });
    },
    stop: release,
  };
};

/** Asks the tool to end, and kills it when it does not. */
export const endTool = (tool: ToolProcess): void => {
  tool.kill('SIGTERM');
  const timer = setTimeout(() => tool.kill('SIGKILL'), PATIENCE_MS);
  tool.once('exit', () => clearTimeout(timer));
};
