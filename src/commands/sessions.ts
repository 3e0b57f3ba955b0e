import type { Arguments, Flag } from '../flags.ts';
import { PROVIDERS } from '../providers/index.ts';
import { run } from '../sessions/command.ts';
import type { RecordedSession } from '../sessions/session-file.ts';
import { BUILTIN } from '../start/decide.ts';
import { TOOLS } from '../tools/index.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

const FLAGS: readonly Flag[] = [
  { names: ['json'], summary: 'Print a JSON array' },
  { names: ['long'], summary: 'Show also process, uptime, kind, shell, directory and terminal' },
  { names: ['quiet', 'q'], summary: 'Print the ids only' },
  { names: ['all'], summary: 'List also claude and codex processes started by other means' },
  { names: ['provider'], value: 'NAME', summary: 'Only sessions of this provider, by id or title' },
  { names: ['tool'], value: 'NAME', summary: 'Only sessions of this tool, by id or title' },
  { names: ['watch'], summary: 'Look again every two seconds until Ctrl-C' },
];

const configured = async (world: World) => {
  const { loadConfig } = await import('../config/load.ts');
  const { config } = await loadConfig(world, BUILTIN);
  return Object.entries(config.providers).map(([id, { title }]) => ({ id, title: title ?? id, flags: [] }));
};

const cleanUp = async (world: World, dead: readonly RecordedSession[]): Promise<void> => {
  if (!dead.some(({ cleanup }) => cleanup)) return;
  const { cleanUpAfter } = await import('../start/cleanup.ts');
  await cleanUpAfter(world, dead);
};

const list = (world: World, args: Arguments): Promise<number> => {
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
      watch: said('watch') && '2',
    },
    {
      providers: PROVIDERS,
      tools: TOOLS,
      configured: () => configured(world),
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
