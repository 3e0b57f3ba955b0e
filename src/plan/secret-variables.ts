import type { Config } from '../config/config.ts';

/** Every variable that a section or a profile takes a token or a key from, once each. */
export const secretVariables = ({ providers, profiles }: Config): string[] => {
  const refs = [...Object.values(providers), ...Object.values(profiles)].flatMap(({ apiKey, token }) => [
    apiKey,
    token,
  ]);
  return [...new Set(refs.flatMap((ref) => (ref && 'env' in ref ? [ref.env] : [])))];
};
