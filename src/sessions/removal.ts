import { dirname } from 'node:path';
import { escapeText } from '../text/escape.ts';
import type { World } from '../world.ts';
import { errno } from './errno.ts';

/** Deletes a file; true when it was this call that did it, so that of several readers one reports the session. */
export type Remove = (path: string) => boolean;

/**
 * Deletes files that nobody needs any more. That another reader was first is fine; that it is not allowed (a foreign
 * or read-only folder) is warned about once a listing.
 */
export const remover = (world: World, warn: (message: string) => void): Remove => {
  let warned = false;
  return (path) => {
    try {
      world.files.remove(path);
      return true;
    } catch (error) {
      const code = errno(error);
      if (code === undefined) throw error;
      if (code !== 'ENOENT' && !warned) {
        warned = true;
        warn(`ended sessions cannot be removed from ${escapeText(dirname(path))} (${code})`);
      }
      return false;
    }
  };
};
