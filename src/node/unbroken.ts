const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const ignore = (): void => undefined;

/** Runs the work to its end: a signal with a handler waits until all that is running has returned. */
export const unbroken = <Value>(work: () => Value): Value => {
  for (const signal of SIGNALS) process.on(signal, ignore);
  try {
    return work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, ignore);
  }
};
