import * as v from 'valibot';

// Spelled out: a character class of Unicode properties takes longer to compile than the whole file to check.
const CONTROL = /[\x00-\x1f\x7f-\x9f]/;
const LONGEST_TEXT = 4096;

/** A name or id: one line, not empty, at most `longest` characters. */
export const text = (longest = LONGEST_TEXT) =>
  v.pipe(
    v.string(),
    v.nonEmpty('must not be empty; leave the key out instead'),
    v.maxLength(longest, `must not be longer than ${longest} characters`),
    v.check((value) => !CONTROL.test(value), 'must not contain control characters or line ends'),
  );

/** Part of a host name or of a model id, where any other character would change the request's destination. */
export const label = () =>
  v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/, 'must consist of letters, digits and hyphens, at most 63'),
  );

/** The front of a Bedrock model id, with or without its dot; empty for ids without one. */
export const modelPrefix = () =>
  v.pipe(v.string(), v.regex(/^(?:[a-z][a-z-]*\.?)?$/, 'must be a prefix like us, eu, apac or global'));

/** A name of the user's own choice, as it is typed behind `--profile`. */
export const profileName = () =>
  v.pipe(
    v.string(),
    v.regex(
      /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/,
      'a profile name consists of letters, digits, ".", "_" and "-", and does not begin with "." or "-"',
    ),
  );

/** The id of a provider, as it is typed behind `--`. */
export const providerId = () =>
  v.pipe(
    v.string(),
    v.regex(/^[a-z][a-z0-9-]*$/, 'a provider id consists of a-z, 0-9 and "-", and begins with a letter'),
  );

/** The name of an environment variable (POSIX.1-2024, 8.1: portable names). */
export const variableName = () =>
  v.pipe(
    v.string(),
    v.regex(
      /^[A-Za-z_][A-Za-z0-9_]*$/,
      'a variable name consists of letters, digits and "_", and does not begin with a digit',
    ),
  );

/** A program and its arguments; no shell reads it. */
export const argv = () =>
  v.pipe(
    v.array(v.pipe(v.string(), v.check(withoutNul, 'must not contain a NUL character'))),
    v.check((words) => (words[0] ?? '') !== '', 'must begin with a program, e.g. [pass, show, name]'),
  );

const withoutNul = (value: string): boolean => !value.includes('\0');

/** Variables of a session: name → value. */
export const variables = () =>
  v.record(variableName(), v.pipe(v.string(), v.check(withoutNul, 'must not contain a NUL character')));

const parsed = (value: string): URL | undefined => (URL.canParse(value) ? new URL(value) : undefined);

/** Addresses that need no parser to be judged: names of letters, no login, nothing encoded. A parser takes longer to load. */
const PLAIN_ADDRESS =
  /^https?:\/\/(?:localhost|(?!\S*xn--)[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+)(?::\d{1,4})?(?:\/[\w.~/-]*)?$/;

const isWebAddress = (value: string): boolean => PLAIN_ADDRESS.test(value) || isParsedAddress(value);

const isParsedAddress = (value: string): boolean =>
  /^https?:\/\/[^\s\\]+$/i.test(value) && !CONTROL.test(value) && parsed(value) !== undefined;

const isWithoutLogin = (value: string): boolean => {
  if (PLAIN_ADDRESS.test(value)) return true;
  const url = parsed(value);
  return url === undefined || (url.username === '' && url.password === '');
};

/** Where requests go: http or https, and no credentials in it (they would show up in listings and logs). */
export const webAddress = () =>
  v.pipe(
    v.string(),
    v.check(isWebAddress, 'must be an address that begins with http:// or https://'),
    v.check(isWithoutLogin, 'must not contain a user name or password; use apiKey or token for them'),
  );
