import { UserError } from '../errors.ts';
import { type Course, follow, outcomeOf } from '../live/course.ts';
import type { LiveEvent } from '../live/event.ts';
import type { Host, ToolProcess } from '../live/host.ts';
import { readPipe, splitLines } from '../live/lines.ts';
import { type Look, openScreen, type Screen } from '../live/screen.ts';
import { endTool, type Forwarding, forwardSignals } from '../live/signals.ts';
import { TRANSLATORS } from '../live/translators.ts';
import type { ToolId } from '../plan/selection.ts';
import type { Env, World } from '../world.ts';
import { mayGoOn, type Outcome, type ToolEnd } from './failure.ts';

/** One run of a tool as our child. */
export interface SupervisedRun {
  readonly tool: ToolId;
  /** Program and arguments; they must make the tool print its event stream, whatever the form. */
  readonly argv: readonly string[];
  readonly env: Env;
  /** Path of the file with the prompt. */
  readonly prompt: string;
  readonly look: Look;
  /** Is there another provider to go on with? Then its failure is told by whoever goes on. */
  readonly more: boolean;
}

/** Exit status of a program that wrote to a pipe without a reader: 128 + SIGPIPE. */
const BROKEN_PIPE = 141;

const endOf = (tool: ToolProcess): Promise<ToolEnd> =>
  new Promise((resolve) => {
    tool.once('exit', (code, signal) => resolve({ code, signal }));
  });

/** @throws UserError when the program cannot be started */
const started = (tool: ToolProcess, { argv, look }: SupervisedRun): Promise<void> =>
  new Promise((resolve, reject) => {
    tool.once('spawn', resolve);
    tool.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'ENOENT' ? 'there is no such program' : cause.message;
      reject(new UserError(`${look.toolTitle} (${argv[0]}) cannot be started: ${reason}`, { cause }));
    });
  });

/** Reads all that the tool writes. @throws the error of our stdout */
const read = async (
  run: SupervisedRun,
  tool: ToolProcess,
  ended: Promise<ToolEnd>,
  screen: Screen,
  course: Course,
): Promise<void> => {
  const translator = TRANSLATORS[run.tool]();
  const show = async (events: readonly LiveEvent[]): Promise<void> => {
    for (const event of events) {
      if (course.gaveUp) return;
      follow(course, event, run.more);
      if (course.gaveUp) endTool(tool);
      else await screen.event(event);
    }
  };
  const lines = splitLines((line) => show(translator.line(line)));
  const events = async (): Promise<void> => {
    await readPipe(tool.stdout, ended, lines.chunk);
    await lines.end();
    await show(translator.end());
    await screen.finish();
  };
  const remarks = tool.stderr && readPipe(tool.stderr, ended, async (text) => screen.remark(text));
  await Promise.all([events(), remarks]);
};

/**
 * After a write that failed: a reader that left ends us as SIGPIPE would, without a word.
 * @throws UserError when stdout takes nothing more for another reason
 */
const brokenOutcome = (error: unknown, began: boolean): Outcome => {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (syscall !== 'write') throw error;
  if (code !== 'EPIPE') throw new UserError(`the answer cannot be written: ${message}`, { cause: error });
  return { status: BROKEN_PIPE, signal: undefined, failure: undefined, outputBegan: began };
};

/** Ctrl-C counts as what ended the run though Claude Code then says 0, and so does what cut stdout short. */
const stoppedBy = ({ seen }: Forwarding, expired: boolean): NodeJS.Signals | undefined =>
  seen.has('SIGINT') ? 'SIGINT' : expired ? [...seen][0] : undefined;

const attend = async (run: SupervisedRun, tool: ToolProcess, screen: Screen, signals: Forwarding) => {
  const ended = endOf(tool);
  const course: Course = { result: undefined, began: false, gaveUp: undefined };
  await started(tool, run);
  let expired = false;
  const expiry = signals.expired(ended).then(() => {
    expired = true;
  });
  try {
    await Promise.race([read(run, tool, ended, screen, course), expiry]);
  } catch (error) {
    endTool(tool);
    await ended;
    return brokenOutcome(error, course.began);
  }
  const end = await ended;
  const outcome = outcomeOf(course, end, stoppedBy(signals, expired), signals.seen.size > 0);
  if (!run.more || !mayGoOn(outcome)) screen.close(outcome.failure, course.result);
  return outcome;
};

/**
 * Runs a tool once, as our child: its event stream becomes the answer on stdout and remarks on stderr. Signals that we get
 * reach it, and it is gone when this resolves.
 *
 * @throws UserError when the tool cannot be started or stdout takes nothing more, e.g. on a full disk
 */
export const supervise = async (world: World, host: Host, run: SupervisedRun): Promise<Outcome> => {
  const screen = openScreen(world, host, run.look);
  let tool: ToolProcess | undefined;
  const signals = forwardSignals(host, () => tool);
  // Every write reports its own error; without a listener the stream's would end us.
  const ignore = (): void => undefined;
  host.stdout.on('error', ignore);
  try {
    const stderr = screen.wantsStderr ? 'pipe' : 'inherit';
    tool = host.spawn(run.argv, { env: run.env, stdin: run.prompt, stderr });
    return await attend(run, tool, screen, signals);
  } finally {
    signals.stop();
    screen.abandon();
    host.stdout.off('error', ignore);
  }
};
