import type { EnvValue } from '../plan/env-patch.ts';
import { isManaged } from '../plan/managed.ts';
import type { Plan } from '../plan/plan.ts';
import { resolveSecret } from '../secrets/resolve.ts';
import type { Env, World } from '../world.ts';

const resolved = (world: World, value: EnvValue): string | undefined => {
  if (value.kind === 'unset') return undefined;
  if (value.kind === 'text') return value.text;
  return value.kind === 'caller' ? world.env[value.name] : resolveSecret(world, value.ref);
};

/**
 * The environment of a tool that we start ourselves, secrets included: for that process alone.
 * @throws UserError when a secret cannot be had
 */
export const environmentOf = (world: World, plan: Plan): Env => {
  const inherited = Object.entries(world.env).filter(([name]) => !isManaged(plan, name));
  const set = [...plan.patch].map(([name, value]) => [name, resolved(world, value)]);
  const marks = {
    AI_SESSION_PROVIDER: plan.provider,
    AI_SESSION_MODEL: plan.model,
    AI_SESSION_TOOL: plan.tool,
  };
  const all: Env = { ...Object.fromEntries([...inherited, ...set]), ...marks };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
};
