import type { Config } from '../config/config.ts';
import { SECRET_KEYS } from '../config/literals.ts';
import { isSection, type Section } from '../config/tidy.ts';
import type { SecretRef } from '../plan/env-patch.ts';
import { mask } from './mask.ts';

/** Names that people give to variables with a secret in them. */
const SECRET_NAME = /KEY|TOKEN|SECRET|PASS|CREDENTIAL|AUTH|HEADERS|EXTRA_BODY/i;

/** Names of counts, files and switches that only look like it. */
const NO_SECRET = /_TOKENS$|_FILE$|_DESCRIPTOR$|^CLAUDE_CODE_SKIP_\w+_AUTH$|^GOOGLE_APPLICATION_CREDENTIALS$/;

/** Does a variable of this name hold a secret, as far as a name can tell? */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name) && !NO_SECRET.test(name);

const withoutLogin = (value: string): string =>
  value.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, (_all, scheme: string) => `${scheme}…@`);

/** The value of a variable as it may be shown. */
export const displayedVariable = (name: string, value: string): string =>
  isSecretName(name) ? mask(value) : withoutLogin(value);

const variables = (env: Section): Section =>
  Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, displayedVariable(name, String(value))]),
  );

const secret = (ref: SecretRef): unknown => ('literal' in ref ? mask(ref.literal) : ref);

const settings = (section: Section): Section =>
  Object.fromEntries(
    Object.entries(section).map(([key, value]) => {
      if ((SECRET_KEYS as readonly string[]).includes(key)) return [key, secret(value as SecretRef)];
      return [key, key === 'env' && isSection(value) ? variables(value) : value];
    }),
  );

const every = (sections: object): Section =>
  Object.fromEntries(
    Object.entries(sections).map(([name, section]: [string, object]) => [name, settings({ ...section })]),
  );

/** The configuration as it may be shown: secrets that are written out are masked, references stay. */
export const displayed = (config: Config): Section => ({
  ...config,
  profiles: every(config.profiles),
  providers: every(config.providers),
});
