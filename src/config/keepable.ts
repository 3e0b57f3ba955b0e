import type { Config } from './config.ts';
import { literalSecrets } from './literals.ts';

/** A name that promises a secret, and a value behind it that is no reference, e.g. `# apiKey: sk-…` or `?key=…`. */
const NAMED =
  /(?:key(?!chain)|token|secret|passw|passphrase|credential|authorization|cookie)\w*["']?[ \t]*[:=][ \t]*["']?[^\s"'{}]/i;

/** A login in an address. */
const LOGIN = /:\/\/[^\s/"']*@/;

/** How keys of well-known services begin. */
const KNOWN = /\bsk-|AKIA|ASIA|ABSK|AIza|gh[opsu]_|github_pat_|glpat-|xox[a-z]-|eyJ|-----BEGIN|[Bb]earer /;

const RUN = /[\w+=-]{20,}/g;
const LETTER_AND_DIGIT = /[a-z]\d/gi;
const MOST_CHANGES = 2;

/** Letters and digits in turn, as chance mixes them; names, ids of models and of accounts change less often. */
const isRandom = (run: string): boolean => (run.match(LETTER_AND_DIGIT) ?? []).length > MOST_CHANGES;

/** Anything that may be a secret, also in a comment. A mistake costs time, nothing else. */
const looksSecret = (text: string): boolean =>
  NAMED.test(text) || LOGIN.test(text) || KNOWN.test(text) || (text.match(RUN) ?? []).some(isRandom);

/** Values of variables may be anything, and only the program that reads them knows what. */
const hasVariables = ({ profiles, providers }: Config): boolean =>
  [...Object.values(profiles), ...Object.values(providers)].some(({ env }) => env !== undefined);

/**
 * May a copy of a configuration file be kept? Not one with a secret in it, or with what may be one: then the user's own file
 * stays the only place.
 *
 * Programs in it (references, hooks) may: what their words say is visible to everybody while they run.
 * @param text of the file, without a byte order mark
 */
export const isKeepable = (text: string, config: Config): boolean =>
  !('tools' in config) && !hasVariables(config) && literalSecrets(config).length === 0 && !looksSecret(text);
