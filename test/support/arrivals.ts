import type { RecordedRequest } from './loopback/exchange.ts';

/** Requests as `METHOD path`; a client on its way out shows as `CONNECT host:port`. */
export const arrivals = (requests: readonly RecordedRequest[]): string[] =>
  requests.map(({ method, path }) => `${method} ${path}`);

const CREDENTIAL = /^(authorization|proxy-authorization|cookie)$|key|token|secret/;

/** The headers of a request that carry a credential, whatever it is for. */
export const credentials = ({ headers }: RecordedRequest): Record<string, unknown> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => CREDENTIAL.test(name)));

/** The words that only another provider's credentials, models and headers hold; see foreign and hostile settings. */
const MARKED = /\b(?:foreign|settings)-[a-z-]+|\b(?:FOREIGN|SETTINGS)[A-Z]+/g;

/** The marked words of a variable's value, a settings file, … */
export const marked = (source: unknown): string[] => [...new Set(JSON.stringify(source).match(MARKED) ?? [])];

/** Those of `words` that stand anywhere in the requests: address, headers, body. */
export const shown = (requests: readonly RecordedRequest[], words: readonly string[]): string[] => {
  const text = JSON.stringify(requests);
  return words.filter((word) => text.includes(word));
};
