import { isDeepStrictEqual } from 'node:util';
import type { Tree } from '../config/edit-tree.ts';
import { isSection, type Section } from '../config/tidy.ts';

/** What stands at a path; `undefined` where nothing does, and for `null`. */
export const at = (data: Section, path: readonly (string | number)[]): unknown => {
  let value: unknown = data;
  for (const key of path) {
    if (!isSection(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value ?? undefined;
};

/** A copy with a value at a path; what is in the way of a section is replaced. */
export const withValue = <Data extends Section | Tree>(
  data: Data,
  [key, ...rest]: readonly string[],
  value: string | boolean | Tree,
): Data => {
  if (key === undefined) return data;
  const below = Object.hasOwn(data, key) ? data[key] : undefined;
  const inner = rest.length === 0 ? value : withValue(isSection(below) ? below : {}, rest, value);
  return { ...data, [key]: inner };
};

const withoutNulls = (value: unknown): unknown =>
  isSection(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, below]) => below !== null && below !== undefined)
          .map(([key, below]) => [key, withoutNulls(below)]),
      )
    : value;

/** Do two configurations say the same? Keys that are `null` are not set. */
export const saysTheSame = (one: Section, other: Section): boolean =>
  isDeepStrictEqual(withoutNulls(one), withoutNulls(other));
