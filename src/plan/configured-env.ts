import { UserError } from '../errors.ts';
import type { NameSet } from '../tools/tool.ts';
import type { Env } from '../world.ts';
import { type EnvEntries, text } from './env-patch.ts';

/** Names that no configuration may set: the session's own marks and the runtime's internals. */
const RESERVED = /^(AI_SESSION_|__ai_)/;

/** The variables as a provider and its facts see them: the caller's, with the configuration's `env` over them. */
export const effectiveEnv = (env: Env, configured: Readonly<Record<string, string>> | undefined): Env =>
  configured ? { ...env, ...configured } : env;

/** Is the name in the set, exactly or by prefix? */
const isIn = (name: string, { names, prefixes }: NameSet): boolean =>
  names.includes(name) || prefixes.some((prefix) => name.startsWith(prefix));

const fault = (
  name: string,
  value: string,
  managed: NameSet,
  allowed: readonly string[],
): string | undefined => {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return 'is not a valid name of a variable';
  if (RESERVED.test(name)) return 'is reserved for AI Runner';
  if (isIn(name, managed) && !allowed.includes(name)) return 'is decided by the provider';
  return value.includes('\0') ? 'has a NUL byte in its value' : undefined;
};

/**
 * The `env` of a provider's section and its profile as entries of the session.
 * @param managed names that select, authenticate, route or name a model
 * @param allowed managed names that the configuration may set all the same
 * @throws UserError for a name that may not be set this way
 */
export const configuredEnv = (
  env: Readonly<Record<string, string>>,
  managed: NameSet,
  allowed: readonly string[],
): EnvEntries => {
  for (const [name, value] of Object.entries(env)) {
    const reason = fault(name, value, managed, allowed);
    if (reason) {
      throw new UserError(`env in the configuration: ${JSON.stringify(name)} ${reason}`, {
        hint: 'Remove it there; addresses, keys and models have settings of their own.',
      });
    }
  }
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, text(value)]));
};
