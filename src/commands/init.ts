import { UserError } from '../errors.ts';
import { SHELL_IDS } from '../shells/shell.ts';
import type { Command } from './command.ts';

/** Plain sh has no prompt and no functions worth a start-up file. */
const SHELLS = SHELL_IDS.filter((id) => id !== 'sh');

const run = (): never => {
  throw new UserError('`ai init` is answered by the program `ai` itself', {
    hint: 'Call `ai`, not its core; only the help comes from here.',
  });
};

/** `ai init`: the launcher prints the text of the shell without node; here are its words for the help. */
export const init: Command = {
  name: 'init',
  summary: 'Print the shell integration for the start-up file: `ai use`, `ai off`, a prompt segment',
  actions: SHELLS.map((name) => ({ name, summary: `For the start-up file of ${name}` })),
  operands: `${SHELLS.join('|')} [--prompt]`,
  examples: [
    ['eval "$(ai init bash)"', 'in ~/.bashrc; zsh alike in ~/.zshrc'],
    ['ai init fish --prompt | source', 'in config.fish, with the session in front of the prompt'],
  ],
  flags: [{ names: ['prompt'], summary: 'Show the session in front of the prompt' }],
  run,
};
