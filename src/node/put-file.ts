import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Puts a private file (0600) under its name at once. It is not synced: what may be lost costs time, nothing else. A draft that
 * is left goes with the code cache ({@link ./cache-prune.ts}).
 *
 * @param data - made when it is known that a file can be written there
 * @throws Node's own `ErrnoException` when it cannot
 */
export const putFile = (path: string, data: () => string | Uint8Array): void => {
  const draft = `${path}.${process.pid}.new`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    try {
      writeFileSync(file, data());
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
};
