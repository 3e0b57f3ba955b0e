/**
 * The commands that people type, for a word that a run cannot place: the list of commands itself would bring all of them
 * along. A test compares the two.
 */
export const COMMAND_NAMES: readonly string[] = [
  'config',
  'env',
  'init',
  'off',
  'run',
  'sessions',
  'status',
  'use',
];
