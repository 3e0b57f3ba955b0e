import type { LocalProbe } from '../providers/provider.ts';
import type { World } from '../world.ts';

const LIMIT_MS = 1000;

/** The models a local server lists; `undefined` when it did not answer within 1 s, or not as that server would. */
export const localModels = async (world: World, probe: LocalProbe): Promise<string[] | undefined> => {
  const answer = await world.get(probe.url, LIMIT_MS);
  if (answer?.status !== 200) return undefined;
  try {
    return probe.read(JSON.parse(answer.body));
  } catch {
    return undefined;
  }
};
