import { UserError } from '../errors.ts';
import type { Plan } from '../plan/plan.ts';
import type { World } from '../world.ts';
import { environmentOf } from './environment.ts';

/** A hook that takes longer is killed. */
export const HOOK_LIMIT_MS = 10_000;

/**
 * Runs the provider's start hooks; their output goes to stderr.
 * @throws UserError when one fails: the session would start without what it was meant to have
 */
export const runStartHooks = (world: World, plan: Plan): void => {
  // A credential of a configured source is resolved after them, and for the session alone.
  const env = environmentOf(world, plan, () => undefined);
  for (const hook of plan.hooks.start ?? []) {
    const result = world.run(hook, { env, timeoutMs: HOOK_LIMIT_MS, stdout: 'stderr' });
    if (result.status === 0) continue;
    const how = result.error ? (result.error.code ?? result.error.message) : `status ${result.status}`;
    throw new UserError(`the start hook ${hook[0]} of ${plan.providerTitle} failed (${how})`, {
      hint: `Correct providers.${plan.provider}.hooks.start in the configuration.`,
    });
  }
};
