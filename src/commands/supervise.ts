import { UsageError } from '../errors.ts';
import { runSupervised } from '../run/supervised.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

const perform = (world: World, [file]: readonly string[]): Promise<number> => {
  if (file === undefined) throw new UsageError('`ai supervise` is what a run calls', 'Run `ai --live FILE`.');
  return runSupervised(world, file);
};

/** What the launcher becomes for a run that needs a parent; not for people. */
export const supervise: Command = {
  name: 'supervise',
  summary: 'Translate the events of a run',
  examples: [],
  hidden: true,
  flags: [],
  words: perform,
  run: () => 0,
};
