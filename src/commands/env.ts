import { join } from 'node:path';
import { settingsGaps } from '../facts/claude-settings.ts';
import type { Arguments, Flag } from '../flags.ts';
import { requireEnvironmentAlone } from '../plan/environment-alone.ts';
import { SELECTION_FLAGS, selectionOf } from '../plan/flags.ts';
import type { Selection } from '../plan/selection.ts';
import { gapWarnings, reachesThrough } from '../run/settings-file.ts';
import { sessionsFolder } from '../sessions/paths.ts';
import { SHELLS } from '../shells/index.ts';
import { SHELL_IDS, type Shell } from '../shells/shell.ts';
import { ancestors, callingShell } from '../start/calling-shell.ts';
import { decide } from '../start/decide.ts';
import { headline } from '../start/describe.ts';
import { runtimeOf } from '../start/runtime.ts';
import { startText } from '../start/start.ts';
import { remindOfUpdate } from '../update/due.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

const START_FLAGS: readonly Flag[] = [
  ...SELECTION_FLAGS,
  { names: ['pick'], summary: 'Ask on the terminal for what no flag says' },
  { names: ['dry-run'], summary: 'Show what would change, secrets masked' },
  { names: ['json'], summary: 'Print the plan as JSON, without secrets' },
];

const FLAGS: readonly Flag[] = [
  ...START_FLAGS,
  {
    names: ['unset'],
    summary: 'End the session of this shell',
    excludes: START_FLAGS.flatMap(({ names }) => names.slice(0, 1)),
  },
  {
    names: ['shell'],
    value: 'SHELL',
    choices: SHELL_IDS,
    summary: 'Write for this shell, not the one that called',
  },
  { names: ['quiet', 'q'], summary: 'No line on stderr about the session that starts' },
];

/** As a shell shows that Ctrl-C ended a program. */
const CANCELLED = 130;

const shellOf = (world: World, asked: string | undefined) => SHELLS[callingShell(world, asked)];

/** A session id ends in `-{pid}-{time}`. */
const sessionPid = (id: string): number => Number(/-(\d+)-\d+$/.exec(id)?.[1]);

/** Is the process of the session in our environment above us? */
const insideSession = (world: World): boolean => {
  const id = world.env.AI_SESSION_ID;
  if (!id || world.env.AI_RUNNER_AGAIN) return false;
  const pid = sessionPid(id);
  for (const ancestor of ancestors(world)) if (ancestor.pid === pid) return true;
  return false;
};

/**
 * The shell that runs us again says its pid. Was it the session's process all along, another program was put in its
 * place by `exec` and knows nothing of the session; its file would look alive as long as the process lives.
 */
const dropReplaced = (world: World): void => {
  const id = world.env.AI_SESSION_ID ?? '';
  const again = world.env.AI_RUNNER_AGAIN;
  if (again === undefined || !/^[a-z0-9-]+$/.test(id) || sessionPid(id) !== Number(again)) return;
  try {
    world.files.remove(join(sessionsFolder(world), `${id}.info`));
  } catch {
    // Another reader was first, or nothing can be written here; then nothing can be said either.
  }
};

const unset = (world: World, args: Arguments): number => {
  const shell = shellOf(world, args.values.get('shell'));
  world.out(`${shell.end(runtimeOf(world, shell))}\n`);
  return 0;
};

/** What the flags say and, with --pick, the user; `undefined` when the user would rather not say. */
const selected = async (world: World, args: Arguments): Promise<Selection | undefined> => {
  const selection = selectionOf(args);
  if (!args.switches.has('pick')) return selection;
  const { pick } = await import('../pick/pick.ts');
  return pick(world, selection);
};

/** Only shows the plan: nothing is resolved, made or run. */
const show = async (world: World, args: Arguments): Promise<number> => {
  const selection = await selected(world, args);
  if (selection === undefined) return CANCELLED;
  const plan = await decide(world, selection);
  requireEnvironmentAlone(plan, plan.effort);
  const { planAsJson, planAsText } = await import('../start/describe.ts');
  for (const warning of plan.warnings) world.err(`ai: warning: ${warning}\n`);
  world.out(args.switches.has('json') ? planAsJson(plan, world.env) : planAsText(plan, world.env));
  return 0;
};

/** Code on a terminal is a sign that somebody forgot to have it evaluated. */
const hint = (world: World, shell: Shell): void => {
  const line = `ai ${world.argv.join(' ')}`;
  const whole = shell.id === 'fish' ? `${line} | source` : `eval "$(${line})"`;
  world.err(`ai: nothing has changed: this is the code that your shell has to evaluate. Type: ${whole}\n`);
};

const start = async (world: World, args: Arguments): Promise<number> => {
  const shell = shellOf(world, args.values.get('shell'));
  const runtime = runtimeOf(world, shell);
  if (insideSession(world)) {
    selectionOf(args);
    world.out(`${shell.again([world.launcher, ...world.argv, '--shell', shell.id], runtime)}\n`);
    return 0;
  }
  dropReplaced(world);
  const selection = await selected(world, args);
  if (selection === undefined) {
    world.out(`${shell.fail(CANCELLED)}\n`);
    return CANCELLED;
  }
  const plan = await decide(world, selection);
  requireEnvironmentAlone(plan, plan.effort);
  const { text, warnings } = await startText(world, plan, shell, runtime);
  const gaps = gapWarnings(settingsGaps(world, world.env, reachesThrough(plan)));
  for (const warning of [...plan.warnings, ...warnings, ...gaps]) world.err(`ai: warning: ${warning}\n`);
  world.out(`${text}\n`);
  if (world.stdout.isTTY) hint(world, shell);
  else if (world.stderr.isTTY && !args.switches.has('quiet')) {
    world.err(`ai: ${headline(plan)}\n`);
    await remindOfUpdate(world);
  }
  return 0;
};

const run = (world: World, args: Arguments): Promise<number> | number => {
  if (args.switches.has('unset')) return unset(world, args);
  return args.switches.has('json') || args.switches.has('dry-run') ? show(world, args) : start(world, args);
};

/** Failing code must still have a shell: where none can be told, POSIX text is right in all but fish. */
const failed = (world: World, argv: readonly string[], status: number): string => {
  if (argv.includes('--json') || argv.includes('--dry-run')) return '';
  const asked = SHELL_IDS.find(
    (id) => argv.includes(`--shell=${id}`) || argv[argv.indexOf('--shell') + 1] === id,
  );
  try {
    return `${shellOf(world, asked).fail(status)}\n`;
  } catch {
    return `${SHELLS.sh.fail(status)}\n`;
  }
};

/** `ai env`: prints the code that starts a session in the shell that evaluates it. */
export const env: Command = {
  name: 'env',
  group: 'Sessions',
  summary: 'Print the code that starts a session in the calling shell',
  examples: [
    ['eval "$(ai env --aws --opus)"', 'this bash or zsh talks to AWS Bedrock'],
    ['ai env --ollama | source', 'the same in fish, with a local model'],
    ['ai env --vertex --dry-run', 'only show what would change'],
    ['eval "$(ai env --unset)"', 'end the session, as ai_off does'],
  ],
  flags: FLAGS,
  run,
  failed,
};
