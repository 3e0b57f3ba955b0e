import { UserError } from '../errors.ts';
import type { World } from '../world.ts';
import type { RunRequest } from './request.ts';

/** Saves or forgets the default choice. */
export const keepDefault = async (_world: World, _request: RunRequest): Promise<void> => {
  throw new UserError('defaults cannot be kept yet');
};
