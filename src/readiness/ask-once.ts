import type { HttpAnswer, World } from '../world.ts';

/** The same world, in which each address is asked once: several answers of one report rest on the same server. */
export const askOnce = (world: World): World => {
  const answers = new Map<string, Promise<HttpAnswer | undefined>>();
  const get = (url: string, timeoutMs: number): Promise<HttpAnswer | undefined> => {
    const answer = answers.get(url) ?? world.get(url, timeoutMs);
    answers.set(url, answer);
    return answer;
  };
  return { ...world, get };
};
