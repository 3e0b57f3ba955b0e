import { isUserError } from '../errors.ts';
import type { Plan } from '../plan/plan.ts';
import type { World } from '../world.ts';
import { type Failure, failureText, mayGoOn, type Outcome, verdict } from './failure.ts';

/** An attempt that is ready to run: its provider is decided. */
export interface ReadyAttempt {
  readonly plan: Pick<Plan, 'providerTitle' | 'payer'>;
  /** @param more - whether another provider could go on; then a failure of this one is not told yet */
  run(more: boolean): Promise<Outcome>;
}

/** One provider of the list that the user wrote. */
export interface Attempt {
  /** As it was written. */
  readonly provider: string;
  /** Decides the session and resolves its secrets. @throws UserError when the provider cannot be used as it is set up */
  prepare(): Promise<ReadyAttempt>;
}

/** The next provider that can be used, and those after it. */
interface Next {
  readonly ready: ReadyAttempt;
  readonly rest: readonly Attempt[];
}

/** Passes over providers that cannot be used as they are set up, each with its reason. */
const next = async (world: World, attempts: readonly Attempt[]): Promise<Next | undefined> => {
  for (const [index, attempt] of attempts.entries()) {
    try {
      return { ready: await attempt.prepare(), rest: attempts.slice(index + 1) };
    } catch (error) {
      if (!isUserError(error)) throw error;
      world.err(`ai: ${attempt.provider} cannot go on: ${error.message}\n`);
    }
  }
  return undefined;
};

const goingOn = (from: ReadyAttempt, { status }: Failure, { plan }: ReadyAttempt): string =>
  `ai: ${from.plan.providerTitle} ${verdict(status)}, going on with ${plan.providerTitle} (paid by: ${plan.payer})\n`;

const goOn = async (world: World, ready: ReadyAttempt, others: readonly Attempt[]): Promise<Outcome> => {
  const outcome = await ready.run(others.length > 0);
  const { failure } = outcome;
  if (others.length === 0 || failure === undefined || !mayGoOn(outcome)) return outcome;
  const following = await next(world, others);
  world.err(
    following ? goingOn(ready, failure, following.ready) : failureText(ready.plan.providerTitle, failure),
  );
  return following ? goOn(world, following.ready, following.rest) : outcome;
};

/**
 * Runs the first attempt, and the next one only when its provider failed (401, 429, 5xx, unreachable) before the model said
 * or did anything. Only the listed providers are asked, in their order, and every change is told, `--quiet` or not: it
 * may change who pays.
 *
 * @returns how the last attempt ended
 * @throws UserError when the first provider cannot be used as it is set up
 */
export const runAttempts = async (
  world: World,
  first: Attempt,
  others: readonly Attempt[],
): Promise<Outcome> => goOn(world, await first.prepare(), others);
