import type { EnvValue, SecretRef } from '../plan/env-patch.ts';
import { isManaged } from '../plan/managed.ts';
import type { Plan } from '../plan/plan.ts';
import type { Env, World } from '../world.ts';

/** How a secret that is not a variable of the caller becomes a value; `undefined` leaves it out. */
type Secrets = (world: World, ref: SecretRef) => string | undefined;

const resolved = (world: World, value: EnvValue, secrets: Secrets): string | undefined => {
  if (value.kind === 'unset') return undefined;
  if (value.kind === 'text') return value.text;
  return value.kind === 'caller' ? world.env[value.name] : secrets(world, value.ref);
};

/**
 * The environment of a program that we start ourselves for a session: for that process alone.
 * @throws UserError when a secret cannot be had
 */
export const environmentOf = (world: World, plan: Plan, secrets: Secrets): Env => {
  const inherited = Object.entries(world.env).filter(([name]) => !isManaged(plan, name));
  const set = [...plan.patch].map(([name, value]) => [name, resolved(world, value, secrets)]);
  const marks = {
    AI_SESSION_PROVIDER: plan.provider,
    AI_SESSION_MODEL: plan.model,
    AI_SESSION_TOOL: plan.tool,
  };
  const all: Env = { ...Object.fromEntries([...inherited, ...set]), ...marks };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
};
