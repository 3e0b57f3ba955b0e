import { UsageError, UserError } from '../errors.ts';
import type { Flag } from '../flags.ts';

/** One variable that a script declares under `vars`. */
export interface Variable {
  /** As the script writes it. */
  readonly name: string;
  /** `undefined`: the script does not run without a value. */
  readonly default: string | undefined;
  /** Its default is true or false: the bare flag means true. */
  readonly isBoolean: boolean;
  readonly description: string | undefined;
}

/** Variable values by {@link flagName}. */
export type Values = ReadonlyMap<string, string>;

/** The one spelling of a variable's name: `-` and `_` mean the same, on the command line and in the text. */
export const flagName = (name: string): string => name.replaceAll('_', '-');

/** How a value is given, e.g. `--topic VALUE`. */
const flagOf = ({ name, isBoolean }: Variable): string =>
  isBoolean ? `--${flagName(name)}` : `--${flagName(name)} VALUE`;

const PLACEHOLDER = /\{\{[ \t]*([A-Za-z_][A-Za-z0-9_-]*)[ \t]*\}\}/g;

/** The names between double braces in a text. */
const placeholders = (text: string): Set<string> =>
  new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => flagName(name)));

const checkBoolean = (variable: Variable, value: string): void => {
  if (!variable.isBoolean || value === 'true' || value === 'false') return;
  const name = flagName(variable.name);
  throw new UsageError(
    `--${name} cannot be ${JSON.stringify(value)}`,
    `Give --${name} or --${name}=false: it is a switch.`,
  );
};

const checkRequired = (variables: readonly Variable[], values: Values, file: string): void => {
  const missing = variables.filter(
    (variable) => variable.default === undefined && !values.has(flagName(variable.name)),
  );
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  throw new UsageError(
    `${file} needs a value for ${names}`,
    `Give ${missing.map(flagOf).join(' ')} behind the file.`,
  );
};

/**
 * The value of every variable.
 * @param given what the command line says; names that the script does not declare are left out
 * @param file the script as it was named, for messages
 * @throws UsageError that lists every required variable without a value; for a switch that is neither true nor false
 */
export const resolveVariables = (variables: readonly Variable[], given: Values, file: string): Values => {
  checkRequired(variables, given, file);
  return new Map(
    variables.map((variable) => {
      const name = flagName(variable.name);
      const value = given.get(name) ?? variable.default ?? '';
      checkBoolean(variable, value);
      return [name, value] as const;
    }),
  );
};

/**
 * Puts the values in the place of `{{name}}`, once and to the letter: what looks like a placeholder or a pattern within a
 * value stays. Placeholders that the script does not declare stay too; they may belong to a template in the prompt.
 *
 * @param body bytes of any kind; only the placeholders change
 */
export const fill = (body: Buffer, values: Values): Buffer => {
  if (values.size === 0) return body;
  const text = body.toString('latin1').replace(PLACEHOLDER, (placeholder: string, name: string) => {
    const value = values.get(flagName(name));
    return value === undefined ? placeholder : Buffer.from(value, 'utf8').toString('latin1');
  });
  return Buffer.from(text, 'latin1');
};

/** Variables that are declared and used nowhere: mostly a slip of the pen. */
export const unusedVariables = (variables: readonly Variable[], text: string): Variable[] => {
  const used = variables.length === 0 ? new Set() : placeholders(text);
  return variables.filter(({ name }) => !used.has(flagName(name)));
};

/**
 * What to say about variables that have the name of a flag of ours: the flag wins.
 * @throws UserError when such a variable needs a value, which nobody could give
 */
export const clashes = (variables: readonly Variable[], flags: readonly Flag[], file: string): string[] => {
  const ours = new Set(flags.flatMap(({ names }) => names));
  return variables
    .filter(({ name }) => ours.has(flagName(name)))
    .map((variable) => {
      const text = `${file}: the variable ${variable.name} has the name of a flag: --${flagName(variable.name)} is the flag`;
      if (variable.default !== undefined) return `${text}, the variable keeps its default`;
      throw new UserError(`${text}, so the variable cannot get a value`, { hint: 'Rename the variable.' });
    });
};
