import { UsageError } from '../errors.ts';
import type { Flag } from '../flags.ts';
import type { Command } from './command.ts';

/** Who reads the segment: each has its own way to mark colours, and characters that it would expand. */
const READERS = ['plain', 'bash', 'zsh', 'fish', 'tmux', 'json'];

const FLAGS: readonly Flag[] = [
  { names: ['shell'], value: 'KIND', choices: READERS, summary: 'Who reads it; default: plain' },
  { names: ['tty'], value: 'PATH', summary: 'The session on this terminal, not that of AI_SESSION_ID' },
  { names: ['json'], summary: 'The same as --shell json' },
];

const run = (): never => {
  throw new UsageError('--tty needs an absolute path', 'e.g. --tty "$(tty)"');
};

/** `ai prompt`: the launcher prints the segment without node; here are its words for the help and what is wrong with them. */
export const prompt: Command = {
  name: 'prompt',
  summary: 'Print the prompt segment of the session, for prompt programs and status lines',
  examples: [
    ['ai prompt', 'the session of this environment; nothing without one'],
    ['ai prompt --json', 'for scripts'],
    ['ai prompt --shell tmux', 'with the colours of a status line of tmux'],
  ],
  flags: FLAGS,
  run,
};
