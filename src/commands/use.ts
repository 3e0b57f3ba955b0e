import { UserError } from '../errors.ts';
import type { Command } from './command.ts';
import { env } from './env.ts';

/** Flags of `ai env` that the shell function says itself, or that `ai off` stands for. */
const NOT_HERE = ['shell', 'unset'];

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
  flags: env.flags.filter(({ names: [name = ''] }) => !NOT_HERE.includes(name)),
  run,
};
