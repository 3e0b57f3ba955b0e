import { join } from 'node:path';
import type { Runtime, Shell } from '../shells/shell.ts';
import type { World } from '../world.ts';

/** Comments go, but not those that tell shellcheck something about the next line. */
const isComment = (line: string): boolean => {
  const code = line.trimStart();
  return code.startsWith('#') && !code.startsWith('# shellcheck disable=');
};

/** The shell files of one shell, as they are printed. */
export const runtimeOf =
  (world: World, shell: Shell): Runtime =>
  (file) => {
    const path = join(world.packageDir, 'shell', shell.id, `${file}.${shell.id}`);
    const lines = world.files.read(path).split('\n');
    return lines.filter((line) => line !== '' && !isComment(line)).join('\n');
  };
