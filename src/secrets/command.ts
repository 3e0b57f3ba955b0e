import { UserError } from '../errors.ts';
import type { World } from '../world.ts';
import { secretFromProgram } from './program.ts';

/**
 * A secret that a program of the user's prints, e.g. `[pass, show, azure]`.
 * @throws UserError when it cannot be had; names the program alone
 */
export const secretFromCommand = (world: World, argv: readonly string[]): string => {
  const [program] = argv;
  if (program === undefined || program === '') {
    throw new UserError('A secret command is empty', { hint: 'Write it as {command: [PROGRAM, ARGUMENT]}.' });
  }
  return secretFromProgram(world, argv, {
    source: `command ${program}`,
    missing: 'The configuration takes a secret from it: install it, or name another source.',
    failed: 'The configuration takes a secret from it: run it by itself to see what is wrong.',
  });
};
