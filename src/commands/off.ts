import { UserError } from '../errors.ts';
import type { Command } from './command.ts';

const run = (): never => {
  throw new UserError('`ai off` changes your shell, so it is a function of that shell', {
    hint: 'Without `ai init` in its start-up file, type: ai_off',
  });
};

/** `ai off`: a function of the shell integration; here are its words for the help. */
export const off: Command = {
  name: 'off',
  group: 'Sessions',
  operands: '',
  summary: 'End the session of this shell, which is then as before',
  details: ['A function of the shell, as `ai use`. Without `ai init`, `ai_off` does the same.'],
  examples: [['ai off', 'every variable is what it was before the session']],
  flags: [],
  run,
};
