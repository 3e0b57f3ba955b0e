import { isUserError } from '../errors.ts';
import type { Arguments } from '../flags.ts';
import { list, type Sessions } from '../sessions/registry.ts';
import { cleanUpAfter } from '../start/cleanup.ts';
import { statusOf } from '../status/status.ts';
import { statusText } from '../status/text.ts';
import { prettyJson } from '../text/json.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

/** The live sessions; a folder that cannot be read is a warning here. */
const listed = (world: World): Sessions => {
  try {
    return list(world);
  } catch (error) {
    if (!isUserError(error)) throw error;
    return { sessions: [], warnings: [error.message], dead: [] };
  }
};

const run = async (world: World, args: Arguments): Promise<number> => {
  const { sessions, warnings, dead } = listed(world);
  const status = await statusOf(world, sessions, args.switches.has('online'));
  world.out(args.switches.has('json') ? prettyJson(status) : statusText(world, status));
  for (const warning of warnings) world.err(`ai: warning: ${warning}\n`);
  await cleanUpAfter(world, dead);
  return 0;
};

/** `ai-status`: the session of this shell, and what is around it. */
export const status: Command = {
  name: 'status',
  summary: 'Show the session of this shell, what a new one would take, and which providers are ready',
  examples: [
    ['ai-status', 'where this shell stands'],
    ['ai-status --json', 'for scripts'],
  ],
  flags: [
    { names: ['json'], summary: 'Print JSON' },
    { names: ['online'], summary: 'Ask the endpoint of each provider that is ready, without a credential' },
  ],
  run,
  program: 'ai-status',
  group: 'Sessions',
};
