import { run, type TrustAction } from '../config/project/command.ts';
import { UsageError } from '../errors.ts';
import type { Arguments, Flag } from '../flags.ts';
import { BUILTIN } from '../start/decide.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

const ACTIONS = ['ignore', 'revoke', 'show', 'list'] as const satisfies readonly TrustAction[];

/** An action as a flag; it excludes the others. */
const actionFlag = (name: (typeof ACTIONS)[number], summary: string): Flag => ({
  names: [name],
  summary,
  excludes: ACTIONS.filter((other) => other !== name),
});

const perform = (world: World, args: Arguments): Promise<number> => {
  const action = ACTIONS.find((name) => args.switches.has(name)) ?? 'trust';
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
  completes: 'file',
  examples: [
    ['ai trust --show', 'what the file of this project wants'],
    ['ai trust', 'trust it as it is'],
    ['ai trust --ignore', 'leave it out instead'],
  ],
  flags: [
    actionFlag('show', 'Only show what the file wants, and whether it is trusted'),
    actionFlag('ignore', 'Leave the file out, whatever it says'),
    actionFlag('revoke', 'Forget what was decided about the file'),
    actionFlag('list', 'List the files that were decided about'),
    { names: ['json'], summary: 'Print JSON, with --show or --list' },
  ],
  run: perform,
};
