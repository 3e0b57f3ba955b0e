import { run, type TrustAction } from '../config/project/command.ts';
import { UsageError } from '../errors.ts';
import type { Arguments } from '../flags.ts';
import { BUILTIN } from '../start/decide.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

const ACTIONS: readonly TrustAction[] = ['ignore', 'revoke', 'show', 'list'];

const actionOf = (args: Arguments): TrustAction => {
  const [action = 'trust', other] = ACTIONS.filter((name) => args.switches.has(name));
  if (other === undefined) return action;
  throw new UsageError(`--${action} and --${other} exclude each other`, 'give one of them');
};

const perform = (world: World, args: Arguments): Promise<number> => {
  const action = actionOf(args);
  const [file, extra] = [...args.words, ...args.rest];
  if (extra !== undefined || (file !== undefined && action === 'list'))
    throw new UsageError(
      `unexpected word "${extra ?? file}"`,
      action === 'list' ? '--list takes no file' : 'name one file',
    );
  const json = args.switches.has('json');
  if (json && action !== 'show' && action !== 'list') throw new UsageError('--json needs --show or --list');
  return run(world, { action, file, json }, BUILTIN);
};

/** `ai trust`: lets the `.ai-runnerrc` of a project do more than choose a provider. */
export const trust: Command = {
  name: 'trust',
  summary: "Let a project's .ai-runnerrc do more than choose a provider",
  operands: '[FILE] [flags]',
  examples: [
    ['ai trust --show', 'what the file of this project wants'],
    ['ai trust', 'trust it as it is'],
    ['ai trust --ignore', 'leave it out instead'],
  ],
  flags: [
    { names: ['show'], summary: 'Only show what the file wants, and whether it is trusted' },
    { names: ['ignore'], summary: 'Leave the file out, whatever it says' },
    { names: ['revoke'], summary: 'Forget what was decided about the file' },
    { names: ['list'], summary: 'List the files that were decided about' },
    { names: ['json'], summary: 'Print JSON, with --show or --list' },
  ],
  run: perform,
};
