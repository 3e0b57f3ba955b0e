import { CONFIG_ACTIONS, run } from '../config/command.ts';
import { UsageError } from '../errors.ts';
import type { Arguments } from '../flags.ts';
import { BUILTIN } from '../start/decide.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

const act = (world: World, args: Arguments): Promise<number> => {
  const [word, file, ...extra] = args.words;
  const action = CONFIG_ACTIONS.find((known) => known === word);
  if (!action) throw new UsageError(`\`ai config\` needs one of: ${CONFIG_ACTIONS.join(', ')}`);
  if (extra[0] !== undefined || (file !== undefined && action !== 'validate'))
    throw new UsageError(`unexpected word ${extra[0] ?? file}`);
  return run(world, { action, file, json: args.switches.has('json') }, BUILTIN);
};

/** `ai config`: where the configuration is, what it says, whether it is right. */
export const config: Command = {
  name: 'config',
  summary: 'Show where the configuration is, what it says, whether it is right',
  operands: 'path|show|validate [FILE]',
  actions: [
    { name: 'path', summary: 'Print the path of the file in use' },
    { name: 'show', summary: 'Print the configuration that applies' },
    { name: 'validate', summary: 'Check a file', completes: 'file' },
  ],
  examples: [
    ['ai config path', 'the file in use'],
    ['ai config validate', 'every problem in it, with its line'],
  ],
  flags: [{ names: ['json'], summary: 'Print JSON' }],
  run: act,
};
