import type { World } from '../world.ts';

/** Says which version of a program lies at a path without starting it: another one has another path, time or size. */
export interface ProgramFile {
  readonly path: string;
  /** ms since the epoch. */
  readonly changed: number;
  /** bytes */
  readonly size: number;
}

/** One text for a version of a program. */
export const programKey = ({ path, changed, size }: ProgramFile): string => `${changed} ${size} ${path}`;

/** The path with every link followed; `undefined` when there is nothing. */
export const realPath = ({ files }: World, path: string): string | undefined => {
  try {
    return files.realpath(path);
  } catch {
    return undefined;
  }
};

/** The file behind a program's path; `undefined` when it is gone. */
export const programFile = (world: World, program: string): ProgramFile | undefined => {
  try {
    const path = world.files.realpath(program);
    const { mtimeMs, size } = world.files.stat(path);
    return { path, changed: mtimeMs, size };
  } catch {
    return undefined;
  }
};
