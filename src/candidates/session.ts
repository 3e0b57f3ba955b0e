import { list } from '../sessions/registry.ts';
import type { Search } from './candidate.ts';

/** The live sessions by id, each with its provider and model. */
export const sessionIds: Search = async (world) =>
  list(world).sessions.map(({ id, provider, providerName, model }) => [
    id,
    [providerName ?? provider, model].filter(Boolean).join(' '),
  ]);
