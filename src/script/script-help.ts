import { quoted } from '../config/problem.ts';
import { escapeText } from '../text/escape.ts';
import { flagName, type Variable } from './variables.ts';

const WIDTH = 80;

const oneLine = (text: string): string => escapeText(text.replace(/\s+/g, ' ').trim());

/** What it is without a value on the command line. */
const withoutValue = ({ default: standard, isBoolean }: Variable): string => {
  if (standard === undefined) return '(required)';
  return `(default: ${isBoolean ? standard : quoted(standard)})`;
};

/** Without a type yargs writes no note of its own. The name of the value, or a blank, keeps it from taking one for its own flag. */
const optionOf = (variable: Variable) => {
  const { name, isBoolean, description } = variable;
  const describe = [oneLine(description ?? ''), withoutValue(variable)].filter(Boolean).join(' ');
  return [`${flagName(name)} ${isBoolean ? '' : 'VALUE'}`, { describe, group: 'Variables:' }] as const;
};

/**
 * The script's own variables for `ai task.md --help`, laid out by yargs as all help is.
 * @param file the script as it was named
 * @param columns width of the terminal; at most 80 are used
 */
export const scriptHelp = async (
  file: string,
  variables: readonly Variable[],
  columns: number,
): Promise<string> => {
  const { default: yargs } = await import('yargs');
  const builder = yargs([])
    .scriptName('ai')
    .usage(`Usage: ai ${escapeText(file)}${variables.length > 0 ? ' [variables]' : ''} [flags]`)
    .options(Object.fromEntries(variables.map(optionOf)))
    .version(false)
    .help(false)
    .wrap(Math.min(WIDTH, columns))
    .detectLocale(false);
  return `${await builder.getHelp()}\n`;
};
