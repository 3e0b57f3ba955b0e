import { UserError } from '../errors.ts';

/** An address in a message, without a user name and password that may stand in it. */
export const quoted = (address: string): string => JSON.stringify(address.replace(/.*@/s, '…@'));

/**
 * Reads the address of an API.
 * @param where the setting or variable it stands in, for the message
 * @throws UserError for anything but a plain http(s) URL. User names and passwords are refused because the
 *   address is no secret to us: it stands in the snippet.
 */
export const parseBaseUrl = (value: string, where: string): URL => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new UserError(`${where} is not an http(s) URL: ${quoted(value)}`, {
      hint: 'Write it like https://gateway.example/anthropic.',
    });
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new UserError(`${where} may not contain a user, a password, a query or a fragment`, {
      hint: 'Give the address alone, and the credential as token or apiKey.',
    });
  }
  return url;
};

/** The URL without trailing slashes, as clients want to append their paths to it. */
export const bare = (url: URL): string => `${url.origin}${url.pathname}`.replace(/\/+$/, '');

/**
 * An address for `ANTHROPIC_BASE_URL`: Claude Code appends `/v1/messages` itself, so a trailing `/v1` goes.
 * @throws UserError as {@link parseBaseUrl}
 */
export const anthropicBaseUrl = (value: string, where: string): string =>
  bare(parseBaseUrl(value, where)).replace(/\/v1$/, '');
