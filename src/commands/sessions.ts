import { UsageError } from '../errors.ts';
import type { Arguments, Flag } from '../flags.ts';
import { run } from '../sessions/command.ts';
import type { Ended } from '../sessions/registry.ts';
import { escapeText } from '../text/escape.ts';
import { TOOLS } from '../tools/index.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

const FLAGS: readonly Flag[] = [
  { names: ['json'], summary: 'Print a JSON array', excludes: ['quiet', 'watch'] },
  { names: ['long'], summary: 'Show also process, uptime, kind, shell, directory and terminal' },
  { names: ['quiet', 'q'], summary: 'Print the ids only', excludes: ['all', 'long'] },
  { names: ['all'], summary: 'List also claude and codex processes started by other means' },
  {
    names: ['provider'],
    value: 'NAME',
    summary: 'Only sessions of this provider, by id or title',
    completes: 'provider',
  },
  {
    names: ['tool'],
    value: 'NAME',
    summary: 'Only sessions of this tool, by id or title',
    completes: 'tool',
  },
  {
    names: ['watch'],
    value: 'SECONDS',
    alone: '',
    summary: 'Look again every two seconds, or this often, until Ctrl-C',
  },
];

const cleanUp = async (world: World, dead: readonly Ended[]): Promise<void> => {
  if (!dead.some(({ cleanup }) => cleanup)) return;
  const { cleanUpAfter } = await import('../start/cleanup.ts');
  await cleanUpAfter(world, dead);
};

const list = async (world: World, args: Arguments): Promise<number> => {
  const [extra] = [...args.words, ...args.rest];
  if (extra !== undefined)
    throw new UsageError(`\`ai-sessions\` takes flags only, not "${escapeText(extra)}"`);
  const said = (name: string): true | undefined => (args.switches.has(name) ? true : undefined);
  return run(
    world,
    {
      json: said('json'),
      long: said('long'),
      quiet: said('quiet'),
      all: said('all'),
      provider: args.values.get('provider'),
      tool: args.values.get('tool'),
      watch: args.values.get('watch'),
    },
    {
      tools: TOOLS,
      known: async () => (await import('./session-names.ts')).knownNames(world),
      ended: (dead) => cleanUp(world, dead),
    },
  );
};

/** `ai-sessions`: what runs where. */
export const sessions: Command = {
  name: 'sessions',
  program: 'ai-sessions',
  group: 'Sessions',
  summary: 'List the live sessions: provider, model, auth, region',
  examples: [
    ['ai-sessions', 'every live session'],
    ['ai-sessions --provider aws --json', 'for scripts'],
  ],
  flags: FLAGS,
  run: list,
};
