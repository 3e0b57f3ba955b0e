import { COMPLETIONS } from '../completions/index.ts';
import { UsageError } from '../errors.ts';
import type { Arguments } from '../flags.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

const SHELLS = Object.keys(COMPLETIONS);

/** `ai completion values KIND [WORD]`: what the completion texts ask; not for people. */
const values = async (world: World, [kind = '', word = '']: readonly string[]): Promise<number> => {
  const { candidateLines } = await import('../candidates/candidate-lines.ts');
  world.out(await candidateLines(world, kind, word));
  return 0;
};

const run = (_world: World, args: Arguments): never => {
  const [shell] = args.words;
  throw new UsageError(
    shell === undefined ? '"ai completion" needs a shell' : `unexpected words: ${args.words.join(' ')}`,
    `ai completion SHELL, where SHELL is one of: ${SHELLS.join(', ')}`,
  );
};

/** `ai completion`: the launcher prints the text without node; here are its help, its errors and what the text asks. */
export const completion: Command = {
  name: 'completion',
  summary: 'Print the completion of a shell; `ai init` brings it as well',
  operands: SHELLS.join('|'),
  actions: SHELLS.map((name) => ({ name, summary: `For ${name}` })),
  examples: [
    ['eval "$(ai completion bash)"', 'in ~/.bashrc, without the rest of `ai init`'],
    ['ai completion zsh > _ai', 'a file for a folder of fpath'],
    ['ai completion fish | source', 'in config.fish'],
  ],
  flags: [],
  run: (world, args) => (args.words[0] === 'values' ? values(world, args.words.slice(1)) : run(world, args)),
};
