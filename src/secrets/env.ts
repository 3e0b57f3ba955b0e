import { UserError } from '../errors.ts';
import type { World } from '../world.ts';
import { checkedSecret } from './value.ts';

/**
 * A secret from the caller's environment.
 * @throws UserError when the variable is unset or empty, or holds no secret
 */
export const secretFromEnv = (world: World, name: string): string => {
  const value = world.env[name];
  if (value !== undefined && value !== '') return checkedSecret(value, `the variable ${name}`);
  throw new UserError(`The variable ${name} is ${value === undefined ? 'not set' : 'empty'}`, {
    hint: `The configuration takes a secret from it: export ${name}, or name another source.`,
  });
};
