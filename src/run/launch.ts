import type { Plan } from '../plan/plan.ts';
import { launchText } from '../shells/launch.ts';
import type { Snippet } from '../shells/snippet.ts';
import { prepareFolder, temporaryPlace } from '../start/folder.ts';
import { recordOf } from '../start/record.ts';
import { snippetOf } from '../start/snippet.ts';
import { handOver, startHooks, withRunner } from '../start/start.ts';
import type { World } from '../world.ts';
import type { CommandLine } from './command-line.ts';
import type { RunMode } from './request.ts';

const MS = 1000;

/** What Claude Code leaves to its children; a tool that we start is nobody's child session (measured with 2.1.330). */
const NESTED = [
  'CLAUDECODE',
  'CLAUDE_CODE_CHILD_SESSION',
  'CLAUDE_CODE_SESSION_ID',
  'CLAUDE_CODE_ENTRYPOINT',
  'CLAUDE_CODE_EXECPATH',
  'CLAUDE_EFFORT',
  'AI_AGENT',
  'CLAUDE_PROJECT_DIR',
  'CLAUDE_ENV_FILE',
  'CLAUDE_PID',
  'CLAUDE_CODE_SESSION_ATTENDED',
  'CLAUDE_CODE_MESSAGING_SOCKET',
  'CLAUDE_CODE_MESSAGING_TOKEN',
  'CLAUDE_CODE_CHILD_NOTES_DIR',
  'CLAUDE_CODE_SSE_PORT',
];

/** A run that is about to start. */
export interface Departure {
  readonly plan: Plan;
  readonly mode: RunMode;
  readonly command: CommandLine;
  /** Path of the prompt file; `undefined` leaves stdin as it is. */
  readonly prompt: string | undefined;
  /** The program takes care of the environment itself. */
  readonly supervised: boolean;
  /** Programs that run at the end before the provider's hooks. */
  readonly atEnd?: readonly (readonly string[])[];
}

const snippetFor = async (world: World, { plan, mode, supervised, atEnd }: Departure): Promise<Snippet> => {
  const time = Math.floor(world.now() / MS);
  const folder = prepareFolder(world);
  if (folder.warning !== undefined) world.err(`ai: warning: ${folder.warning}\n`);
  const snippet = snippetOf(withRunner(world, plan), {
    time,
    folder: folder.path,
    record: recordOf(world, plan, mode === 'interactive' ? 'run' : 'script', 'sh', time),
    handover: supervised ? undefined : await handOver(world, plan),
    exported: supervised ? [] : Object.keys(world.env),
  });
  if (supervised) return { ...snippet, set: [], drop: [], hooks: [...(atEnd ?? []), ...snippet.hooks] };
  return { ...snippet, drop: [...snippet.drop, ...NESTED.filter((name) => world.env[name] !== undefined)] };
};

/** A name for the reaper's pipe that nobody else has: the pid is ours while the launcher waits for us. */
const pipeName = (world: World): string => `${temporaryPlace(world)}/run-${world.pid}-${world.now()}.pipe`;

/**
 * Hands the run over to the launcher, which becomes the tool.
 * @throws UserError when a secret cannot be had or a start hook fails
 */
export const launch = async (world: World, departure: Departure): Promise<void> => {
  const { plan, command, prompt } = departure;
  await startHooks(world, plan);
  const snippet = await snippetFor(world, departure);
  const temporaries = [
    ...command.temporaries,
    ...(prompt ? [prompt] : []),
    ...(snippet.handover ? [snippet.handover] : []),
  ];
  world.plan(
    launchText({
      snippet,
      pipe: pipeName(world),
      prompt: departure.supervised ? '' : (prompt ?? ''),
      temporaries,
      isOurs: departure.supervised,
      argv: command.argv,
    }),
  );
};
