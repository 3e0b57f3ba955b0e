/** Keys and list positions from the top of the file to a value. */
export type KeyPath = readonly (string | number)[];

/** Something wrong in a configuration file: where, what, and what to do about it. */
export interface Problem {
  readonly path: KeyPath;
  readonly text: string;
  readonly hint?: string;
}

/** Control characters (C0, DEL, C1) and those that turn the direction of text: a terminal would act on them. */
const UNPRINTABLE = /[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** `text` as it may be shown: on one line, and harmless to a terminal. */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

const LONGEST = 80;

/** A name from a file, in quotes; what is longer than 80 characters is cut. */
export const quoted = (name: string): string =>
  `"${printable(name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name)}"`;

const step = (key: string | number): string => {
  if (typeof key === 'number') return `[${key}]`;
  return /^[\w$-]{1,80}$/.test(key) ? `.${key}` : `.${quoted(key)}`;
};

/** `profiles.work.hooks.start[0]`; the empty path is `top level`. */
export const dotted = (path: KeyPath): string =>
  path.length === 0 ? 'top level' : path.map(step).join('').replace(/^\./, '');
