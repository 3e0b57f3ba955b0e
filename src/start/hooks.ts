import { UserError } from '../errors.ts';
import type { Plan } from '../plan/plan.ts';
import type { Env, World } from '../world.ts';

/** A hook that takes longer is killed. */
export const HOOK_LIMIT_MS = 10_000;

/** The environment of a session as far as it is known outside its shell: without secrets that only the shell holds. */
const environment = (world: World, plan: Plan): Env => {
  const env: Record<string, string | undefined> = { ...world.env };
  for (const [name, value] of plan.patch) {
    if (value.kind === 'text') env[name] = value.text;
    else if (value.kind === 'caller') env[name] = world.env[value.name];
    else delete env[name];
  }
  return env;
};

/**
 * Runs the provider's start hooks; their output goes to stderr.
 * @throws UserError when one fails: the session would start without what it was meant to have
 */
export const runStartHooks = (world: World, plan: Plan): void => {
  const env = environment(world, plan);
  for (const hook of plan.hooks.start ?? []) {
    const result = world.run(hook, { env, timeoutMs: HOOK_LIMIT_MS, stdout: 'stderr' });
    if (result.status === 0) continue;
    const how = result.error ? (result.error.code ?? result.error.message) : `status ${result.status}`;
    throw new UserError(`the start hook ${hook[0]} of ${plan.providerTitle} failed (${how})`, {
      hint: `Correct providers.${plan.provider}.hooks.start in the configuration.`,
    });
  }
};
