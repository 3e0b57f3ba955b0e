import { UserError } from '../errors.ts';
import { suggestion } from '../nearest.ts';
import { quoted } from './problem.ts';
import { isSection, type Section } from './tidy.ts';

const unset = (key: string, name: string, section: Section, above: readonly string[]): UserError => {
  const known = Object.keys(section);
  const guess = suggestion(name, known).hint;
  const where = above.length === 0 ? 'The configuration' : above.join('.');
  const has = known.length === 0 ? `${where} has no keys.` : `${where} has: ${known.join(', ')}.`;
  return new UserError(`${quoted(key)} is not set`, { hint: guess === undefined ? has : `${guess}\n${has}` });
};

/**
 * The value of a key in data that may be shown.
 * @param key names from the top, with dots between them, e.g. `providers.aws.region`
 * @throws UserError when nothing is set under it
 */
export const valueAt = (data: Section, key: string): unknown => {
  let value: unknown = data;
  const above: string[] = [];
  for (const name of key.split('.')) {
    const section = isSection(value) ? value : {};
    if (!Object.hasOwn(section, name)) throw unset(key, name, section, above);
    value = section[name];
    above.push(name);
  }
  return value;
};
