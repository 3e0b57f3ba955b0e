import { isSecretName } from '../secrets/displayed.ts';
import type { Config } from './config.ts';
import { literalSecrets } from './literals.ts';

/** A name that promises a secret, and a value behind it that is no reference, e.g. `# apiKey: sk-…` or `?key=…`. */
const NAMED =
  /(?:key(?!chain)|token|secret|pass|pwd|credential|auth|cookie)\w*["']?[ \t]*[:=][ \t]*["']?(?!(?:true|false)\b)[^\s"'{}]/i;

/** A login in an address, or a query, in which some services have theirs. */
const LOGIN = /:\/\/[^\s/"']*@|:\/\/[^\s"']*\?/;

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

/** A host with its port, as of a proxy, a switch or a small number. */
const HARMLESS = /^(?:https?:\/\/[a-z][a-z0-9.-]*(?::\d{1,5})?\/?|true|false|\d{1,6})$/;

/** Other values may be anything, and only the program that reads them knows what. */
const isHarmless = ([name, value]: [string, string]): boolean => !isSecretName(name) && HARMLESS.test(value);

const variables = ({ profiles, providers }: Config): [string, string][] =>
  [...Object.values(profiles), ...Object.values(providers)].flatMap(({ env }) => Object.entries(env ?? {}));

/**
 * May a copy of a configuration file be kept? Not one with a secret in it, or with what may be one: then the user's own file
 * stays the only place.
 *
 * Programs in it (references, hooks) may: what their words say is visible to everybody while they run.
 * @param text of the file, without a byte order mark
 */
export const isKeepable = (text: string, config: Config): boolean =>
  !('tools' in config) &&
  variables(config).every(isHarmless) &&
  literalSecrets(config).length === 0 &&
  !looksSecret(text);
