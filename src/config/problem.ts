import { escapeText } from '../text/escape.ts';

/** Keys and list positions from the top of the file to a value. */
export type KeyPath = readonly (string | number)[];

/** Something wrong in a configuration file: where, what, and what to do about it. */
export interface Problem {
  readonly path: KeyPath;
  readonly text: string;
  readonly hint?: string;
}

const LONGEST = 80;

/** A name from a file, in quotes; what is longer than 80 characters is cut. */
export const quoted = (name: string): string =>
  `"${escapeText(name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name)}"`;

const step = (key: string | number): string => {
  if (typeof key === 'number') return `[${key}]`;
  return /^[\w$-]{1,80}$/.test(key) ? `.${key}` : `.${quoted(key)}`;
};

/** `profiles.work.hooks.start[0]`; the empty path is `top level`. */
export const dotted = (path: KeyPath): string =>
  path.length === 0 ? 'top level' : path.map(step).join('').replace(/^\./, '');
