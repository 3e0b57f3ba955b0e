import { mkdirSync } from 'node:fs';

/** Makes one folder, private (0700). That it is there already is fine: another of our processes may have been faster. */
export const makeOne = (path: string): void => {
  try {
    mkdirSync(path, 0o700);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
};
