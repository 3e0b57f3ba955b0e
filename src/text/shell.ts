import { quotePosix } from '../shells/quote.ts';
import type { ShellId } from '../shells/shell.ts';
import type { World } from '../world.ts';

/** A path below the home folder with `~` for it. */
export const tilde = ({ home }: Pick<World, 'home'>, path: string): string =>
  home !== undefined && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;

/** A path as a word of a command that people may paste into a shell. */
export const pasted = (world: Pick<World, 'home'>, path: string): string => {
  const short = tilde(world, path);
  return /^[\w~./@%+=:,-]+$/.test(short) ? short : quotePosix(path);
};

/** The line of a start-up file that loads the integration. */
export const initLine = (shell: ShellId): string =>
  shell === 'fish' ? 'ai init fish | source' : `eval "$(ai init ${shell})"`;
