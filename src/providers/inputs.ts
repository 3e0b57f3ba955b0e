import { UserError } from '../errors.ts';
import { type EnvValue, type SecretRef, secret } from '../plan/env-patch.ts';
import type { Env } from '../world.ts';

/** The value of a variable; empty counts as unset, as it does for the clients. */
export const given = (env: Env, name: string): string | undefined => env[name] || undefined;

/** The first of `names` that has a value. */
export const firstGiven = (env: Env, names: readonly string[]): string | undefined =>
  names.find((name) => given(env, name) !== undefined);

/**
 * A configured credential as a variable's value.
 * @param where the setting, e.g. `providers.vercel.token`
 * @throws UserError when it is certain to be empty: the client would then fall back to a stored login.
 */
export const credential = (ref: SecretRef, env: Env, where: string): EnvValue => {
  if ('env' in ref && given(env, ref.env) === undefined) {
    throw new UserError(`${ref.env} is unset or empty`, {
      hint: `${where} refers to it: export ${ref.env}, or change the setting.`,
    });
  }
  if ('literal' in ref && ref.literal === '') {
    throw new UserError(`${where} is empty`, { hint: 'Give it a value, or remove the setting.' });
  }
  return secret(ref);
};
