import { UserError } from '../errors.ts';
import { anthropicBaseUrl, quoted } from './base-url.ts';

/** Addresses to listen on, and where a client on the same machine reaches them. */
const LISTEN_ON_ALL: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '[::]': '[::1]' };

const AUTHORITY = /^(?<host>\[[0-9a-f:.]+\]|[^:[\]]*)(?::(?<port>\d{1,5}))?$/i;

/** `::1` is an address without brackets, `host:1` a host with a port. */
const bracketed = (authority: string): string =>
  /^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*$/i.test(authority) ? `[${authority}]` : authority;

const parts = (value: string): { scheme: string | undefined; authority: string; path: string } => {
  const [, scheme, rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/is.exec(value) ?? [];
  const slash = rest.indexOf('/');
  return slash < 0
    ? { scheme, authority: rest, path: '' }
    : { scheme, authority: rest.slice(0, slash), path: rest.slice(slash) };
};

/**
 * The address of a local model server as Ollama reads `OLLAMA_HOST`: `host`, `host:port`, `:port` or a URL,
 * whose port is then the scheme's own.
 * @param where the setting or variable it stands in
 * @returns a base URL without a trailing slash or `/v1`
 * @throws UserError when it is none of these
 */
export const localAddress = (value: string, defaultPort: number, where: string): string => {
  const { scheme, authority, path } = parts(value.trim());
  const { host, port } = AUTHORITY.exec(bracketed(authority))?.groups ?? {};
  if (host === undefined || (scheme !== undefined && host === '')) {
    throw new UserError(`${where} is not an address: ${quoted(value)}`, {
      hint: `Write it like http://localhost:${defaultPort} or localhost:${defaultPort}.`,
    });
  }
  const reachable = LISTEN_ON_ALL[host] ?? (host || 'localhost');
  const ownPort = scheme === undefined ? defaultPort : undefined;
  const suffix = port ?? ownPort;
  return anthropicBaseUrl(
    `${scheme ?? 'http'}://${reachable}${suffix === undefined ? '' : `:${suffix}`}${path}`,
    where,
  );
};
