/**
 * The commands that people type, for a word that a run cannot place: the list of commands itself would bring all of them
 * along. A test compares the two.
 */
export const COMMAND_NAMES: readonly string[] = [
  'completion',
  'config',
  'doctor',
  'env',
  'init',
  'models',
  'off',
  'prompt',
  'providers',
  'run',
  'sessions',
  'status',
  'statusline',
  'trust',
  'update',
  'use',
];
