import { quotePosix } from '../shells/quote.ts';
import type { ShellId } from '../shells/shell.ts';
import type { World } from '../world.ts';

/** A path below the home folder with `~` for it. */
export const tilde = ({ home }: Pick<World, 'home'>, path: string): string =>
  home !== undefined && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;

/** Characters that no shell changes in a word. */
const PLAIN = /^[\w@%+=:,./-]+$/;

/** A word of a command that people may paste into a shell: quoted only where it has to be. */
export const typed = (word: string): string => (PLAIN.test(word) ? word : quotePosix(word));

/** A path as such a word, with `~` for the home folder where that needs no quotes. */
export const pasted = (world: Pick<World, 'home'>, path: string): string => {
  const short = tilde(world, path);
  return PLAIN.test(short.replace(/^~/, '')) ? short : typed(path);
};

/** The line of a start-up file that loads the integration. */
export const initLine = (shell: ShellId): string =>
  shell === 'fish' ? 'ai init fish | source' : `eval "$(ai init ${shell})"`;
