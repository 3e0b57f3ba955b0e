import { join, resolve } from 'node:path';
import type { World } from '../world.ts';
import { realPath } from './program-file.ts';

const EXECUTABLE = 0o111;

const isProgram = ({ files }: World, path: string): boolean => {
  try {
    const stats = files.stat(path);
    return stats.isFile() && (stats.mode & EXECUTABLE) !== 0;
  } catch {
    return false;
  }
};

/** An empty entry is the working directory (POSIX, "Environment Variables", PATH). */
const folders = (world: World): string[] => {
  const entries = world.env.PATH ? world.env.PATH.split(':') : [];
  return entries.map((entry) => resolve(world.cwd() ?? '/', entry));
};

/** Every executable regular file of that name on PATH, in its order. */
export const onPath = (world: World, name: string): string[] =>
  folders(world)
    .map((folder) => join(folder, name))
    .filter((path) => isProgram(world, path));

/**
 * Absolute path of a program: the first executable regular file of that name on PATH that is not our own launcher; a link
 * of that name to it would start us again and again.
 * @returns `undefined` when there is none
 */
export const findProgram = (world: World, name: string): string | undefined => {
  const launcher = realPath(world, join(world.packageDir, 'shell', 'ai'));
  return folders(world)
    .map((folder) => join(folder, name))
    .find((path) => isProgram(world, path) && (launcher === undefined || realPath(world, path) !== launcher));
};
