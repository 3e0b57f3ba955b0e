import { UserError } from '../errors.ts';
import { SELECTION_FLAGS } from '../plan/flags.ts';
import type { Command } from './command.ts';

const run = (): never => {
  throw new UserError('`ai use` changes your shell, so it is a function of that shell', {
    hint: 'Evaluate `ai init` in its start-up file: see `ai help init`.',
  });
};

/** `ai use`: the shell integration evaluates `ai env`; here are its words for the help. */
export const use: Command = {
  name: 'use',
  group: 'Sessions',
  summary: 'Start or switch the session of this shell, without eval',
  details: ['It changes the shell, so it is a function of it: `ai init` in the start-up file brings it.'],
  examples: [
    ['ai use --aws --opus', 'this shell talks to AWS Bedrock'],
    ['ai use --ollama', 'the next one: a local model'],
    ['ai use --vertex --dry-run', 'only show what would change'],
  ],
  flags: [
    ...SELECTION_FLAGS,
    { names: ['dry-run'], summary: 'Show what would change, secrets masked' },
    { names: ['json'], summary: 'Print the plan as JSON, without secrets' },
    { names: ['quiet', 'q'], summary: 'No line on stderr about the session that starts' },
  ],
  run,
};
