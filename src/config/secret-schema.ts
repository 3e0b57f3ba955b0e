import * as v from 'valibot';
import type { SecretRef } from '../plan/env-patch.ts';
import { argv, text, variableName } from './values.ts';

/** How a secret is named without writing it down. */
export const SECRET_FORMS = '{env: NAME}, {command: [PROGRAM, ARGUMENT]}, {file: PATH} or {keychain: NAME}';

/** Characters; see the `secrets` folder for what a secret of any kind may be. */
const LONGEST_LITERAL = 16 * 1024;

/** A reference that looks like a shell's: nothing expands it here, so it would be sent as the key itself. */
const SHELL_VARIABLE = /^\$(?:\{\w+\}|\w+)$/;

const literal = () =>
  v.pipe(
    text(LONGEST_LITERAL),
    v.check(
      (value) => !SHELL_VARIABLE.test(value),
      'a shell variable is not expanded here; write {env: NAME}',
    ),
    v.transform((value) => ({ literal: value })),
  );

// The keychain programs take the name as a word of its own; some would read a leading hyphen as an option.
const keychainName = () =>
  v.pipe(
    text(),
    v.check((name) => !name.startsWith('-'), 'must not begin with "-"'),
  );

const keychain = () =>
  v.pipe(
    v.strictObject({
      keychain: v.union([
        keychainName(),
        v.strictObject({ service: keychainName(), account: v.exactOptional(keychainName()) }),
      ]),
    }),
    v.transform(({ keychain: name }) =>
      typeof name === 'string'
        ? { keychain: name }
        : { keychain: name.service, ...(name.account === undefined ? {} : { account: name.account }) },
    ),
  );

/** A secret: a reference, or the text itself in a file that nobody else can read. */
export const secretRef = (): v.GenericSchema<unknown, SecretRef> =>
  v.union(
    [
      literal(),
      v.strictObject({ env: variableName() }),
      v.strictObject({ file: text() }),
      v.strictObject({ command: argv() }),
      keychain(),
    ],
    `expected a secret: ${SECRET_FORMS}`,
  );
