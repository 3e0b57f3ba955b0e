import { availableParallelism } from 'node:os';

/** Three groups: `unit` needs nothing, `shells` drives real shells, `e2e` drives terminals and the real clients. */
const group = (name, extra = {}) => ({
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  testEnvironment: 'node',
  transform: { '\\.ts$': '<rootDir>/scripts/jest-transform.cjs' },
  extensionsToTreatAsEsm: [],
  ...extra,
});

export default {
  projects: [group('unit'), group('shells'), group('e2e')],
  // Tests wait for shells and clients most of the time: two run side by side even on two cores.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  cacheDirectory: '.jest-cache',
  // A limit for what hangs: no test may fail because a machine is slow.
  testTimeout: 180_000,
};
