import { isDeepStrictEqual } from 'node:util';
import { UsageError, UserError } from '../errors.ts';
import type { Builtin } from './builtin.ts';
import { checkConfig } from './check.ts';
import type { Config } from './config.ts';
import { type DefaultsChange, editDefaults } from './edit.ts';
import type { OpenConfig } from './edit-file.ts';
import { parseJson } from './json.ts';
import { dotted } from './problem.ts';
import { isSection, type Section } from './tidy.ts';
import { parseYaml } from './yaml.ts';

/** The edited text and what it says. */
export interface Edited {
  readonly text: string;
  readonly config: Config;
}

/** The data as reading has it; `undefined` for a text that cannot be parsed. */
export const dataOf = ({ json, path }: OpenConfig, text: string): Section | undefined => {
  const bare = text.replace(/^\uFEFF/, '');
  const parsed = json ? parseJson(bare) : parseYaml(path, bare);
  if ('fault' in parsed) return undefined;
  const data = parsed.data ?? {};
  return isSection(data) ? data : undefined;
};

/** Keys that are `null` are not set, and a section without keys is none. */
const normal = (data: Section, { set, drop }: DefaultsChange): Section => {
  const { defaults: old, ...rest } = data;
  const entries = Object.entries(isSection(old) ? old : {}).filter(
    ([key, value]) => value !== null && !drop.some((name) => name === key),
  );
  const defaults = { ...Object.fromEntries(entries), ...Object.fromEntries(set) };
  return Object.keys(defaults).length === 0 ? rest : { ...rest, defaults };
};

const UNCHANGED: DefaultsChange = { set: [], drop: [] };

const byHand = ({ name }: OpenConfig, { set }: DefaultsChange): UserError => {
  const entries = set.map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return new UserError(`the section defaults of ${name} cannot be changed without changing more`, {
    hint:
      set.length === 0 ? 'Remove its keys by hand.' : `Write it by hand: defaults: { ${entries.join(', ')} }`,
  });
};

/**
 * Edits the defaults and reads the result as it will be read from the file.
 * @throws UsageError for a value that may not stand in the configuration
 * @throws UserError when the section shares its content with other parts of the file (aliases, merge keys), or has a form
 *   that cannot be edited
 */
export const changeDefaults = async (
  file: OpenConfig,
  change: DefaultsChange,
  builtin: Builtin,
): Promise<Edited> => {
  const [text, before] = [await editDefaults(file.text, file.json, change), dataOf(file, file.text)];
  const after = dataOf(file, text);
  if (!before || !after || !isDeepStrictEqual(normal(after, UNCHANGED), normal(before, change)))
    throw byHand(file, change);
  const { config, errors } = checkConfig(after, builtin, file);
  const [problem] = errors;
  if (problem === undefined) return { text, config };
  throw new UsageError(`the default cannot be kept: ${dotted(problem.path)}: ${problem.text}`, problem.hint);
};
