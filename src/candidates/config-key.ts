import { visibleConfig } from '../config/effective.ts';
import { isSection } from '../config/tidy.ts';
import { displayed } from '../secrets/displayed.ts';
import { BUILTIN } from '../start/decide.ts';
import type { Candidate, Search } from './candidate.ts';

const keysOf = (section: object, path: string): Candidate[] =>
  Object.entries(section).flatMap(([key, value]) => {
    const name = path + key;
    return isSection(value) ? [[name, 'section'], ...keysOf(value, `${name}.`)] : [[name, String(value)]];
  });

/** The keys that the configuration has, each with its value; secrets are masked. */
export const configKeys: Search = async (world) => {
  const { config } = await visibleConfig(world, BUILTIN);
  return keysOf(displayed(config), '');
};
