import { exitStatus, type Failure, isProviderFailure, type Outcome, type ToolEnd } from '../run/failure.ts';
import type { LiveEvent, ResultEvent } from './event.ts';

/** Retries that a tool may make before the next provider is asked instead. */
const RETRIES = 1;

/** What has been seen of a run so far. */
export interface Course {
  result: ResultEvent | undefined;
  /** Did the model say or do anything? */
  began: boolean;
  /** Why the tool was ended by us: it would have gone on trying where another provider may do better. */
  gaveUp: Failure | undefined;
}

/** Takes in one event. @param more - whether another provider could go on, so that retries are worth cutting short */
export const follow = (course: Course, event: LiveEvent, more: boolean): void => {
  if (event.kind === 'text' || event.kind === 'tool') course.began = true;
  if (event.kind === 'result') course.result = event;
  if (event.kind !== 'retry' || !more || course.began) return;
  if (event.attempt > RETRIES && isProviderFailure(event.status)) {
    course.gaveUp = { status: event.status, message: '' };
  }
};

const failureOf = ({ gaveUp, result }: Course): Failure | undefined => {
  if (gaveUp || !result?.isError) return gaveUp;
  return { status: result.status, message: result.text ?? '' };
};

/**
 * @param stopped - the signal that ended the run though the tool says 0: Ctrl-C, or any when stdout was not waited for
 * @param signalled - who sends a signal does not want the run to fail, nor to go on elsewhere
 */
export const outcomeOf = (
  course: Course,
  end: ToolEnd,
  stopped: NodeJS.Signals | undefined,
  signalled: boolean,
): Outcome => {
  const outputBegan = course.began;
  const failure = signalled ? undefined : failureOf(course);
  if (failure && failure === course.gaveUp) return { status: 1, signal: undefined, failure, outputBegan };
  const signal = end.signal ?? (end.code === 0 ? stopped : undefined);
  return { status: exitStatus(end.code, signal, course.result), signal, failure, outputBegan };
};
