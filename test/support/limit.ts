/**
 * Ms after which something hangs: many times what anything takes, so that it judges no machine's speed, and less than a test
 * may take (jest.config.mjs), so that the test can say what it waited for.
 */
export const LIMIT_MS = 100_000;
