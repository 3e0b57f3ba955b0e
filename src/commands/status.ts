import { configPlace } from '../config/paths.ts';
import type { Arguments } from '../flags.ts';
import { escapeText } from '../sessions/escape.ts';
import { list } from '../sessions/registry.ts';
import type { Session } from '../sessions/session.ts';
import { cleanUpAfter } from '../start/cleanup.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

/** What `ai-status --json` prints; absent values are `null`. */
interface Status {
  readonly version: string;
  /** Id of the session that this process runs in, as `AI_SESSION_ID` names it. */
  readonly session: string | null;
  /** Live sessions of this user, this one included. */
  readonly sessions: number;
  /** The configuration file in use. */
  readonly config: string | null;
}

const statusOf = (world: World, sessions: readonly Session[]): Status => {
  const { path, exists } = configPlace(world);
  return {
    version: world.version,
    session: world.env.AI_SESSION_ID || null,
    sessions: sessions.length,
    config: path !== undefined && exists ? path : null,
  };
};

const described = (session: Session): string =>
  [session.providerName ?? session.provider, session.model, session.auth]
    .filter((part) => part !== undefined)
    .join(', ');

const thisShell = ({ session }: Status, sessions: readonly Session[]): string => {
  if (session === null) return 'no session';
  const found = sessions.find(({ id }) => id === session);
  return found ? `${described(found)} (${session})` : `${session}, which has ended elsewhere`;
};

const asText = (status: Status, sessions: readonly Session[]): string =>
  [
    `AI Runner ${status.version}`,
    `This shell: ${escapeText(thisShell(status, sessions))}`,
    `Sessions: ${status.sessions}`,
    `Configuration: ${escapeText(status.config ?? 'none')}`,
    '',
  ].join('\n');

const run = async (world: World, args: Arguments): Promise<number> => {
  const { sessions, warnings, dead } = list(world);
  const status = statusOf(world, sessions);
  world.out(args.switches.has('json') ? `${JSON.stringify(status, null, 2)}\n` : asText(status, sessions));
  for (const warning of warnings) world.err(`ai: warning: ${warning}\n`);
  await cleanUpAfter(world, dead);
  return 0;
};

/** `ai-status`: the session of this shell, and what is around it. */
export const status: Command = {
  name: 'status',
  summary: 'Show the session of this shell, the number of sessions and the configuration in use',
  examples: [
    ['ai-status', 'where this shell stands'],
    ['ai-status --json', 'for scripts'],
  ],
  flags: [{ names: ['json'], summary: 'Print JSON' }],
  run,
  program: 'ai-status',
  group: 'Sessions',
};
