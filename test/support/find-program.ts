import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const executable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Absolute path of a program that the tests need.
 * @throws Error when it is not installed: a scenario that did not run must not look like one that passed.
 */
export const findProgram = (name: string): string => {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/bin'];
  const found = folders.map((folder) => join(folder, name)).find(executable);
  if (found === undefined) throw new Error(`these tests need ${name}: install it and run them again`);
  return found;
};
