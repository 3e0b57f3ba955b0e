import type { Defaults } from './config.ts';
import { addEntry, addOnTop, removeEntry, replaceEntry } from './edit-entry.ts';
import {
  asSection,
  type Entry,
  entryOf,
  type Section,
  type Source,
  type Step,
  topOf,
} from './edit-source.ts';
import { written } from './edit-written.ts';

const SECTION = 'defaults';

/** A key of the section `defaults`. */
export type DefaultKey = keyof Defaults;

/** What becomes of the section `defaults`: keys that get a value, in this order, and keys that go. */
export interface DefaultsChange {
  readonly set: readonly (readonly [DefaultKey, string | boolean])[];
  readonly drop: readonly DefaultKey[];
}

/** Keys that answer the same question: one is written where the other stood. */
const RIVALS: Partial<Record<DefaultKey, DefaultKey>> = {
  provider: 'profile',
  profile: 'provider',
  tier: 'model',
  model: 'tier',
};

interface Place {
  readonly top: Section | undefined;
  readonly entry: Entry | undefined;
  readonly section: Section | undefined;
}

const find = (source: Source): Place => {
  const top = topOf(source);
  const entry = entryOf(source, top, SECTION);
  return { top, entry, section: asSection(source, entry?.value) };
};

const isNothing = ({ yaml }: Source, { value }: Entry): boolean =>
  value === null || (yaml.isScalar(value) && value.value === null);

/** Sees to it that there is a section, if only an empty one. */
const withSection: Step = (source) => {
  const { top, entry } = find(source);
  if (entry === undefined) return addOnTop(source, top, written(source, SECTION, '{}', top?.items[0]));
  return isNothing(source, entry)
    ? replaceEntry(source, entry, written(source, SECTION, '{}', entry))
    : source.text;
};

const setKey =
  (key: DefaultKey, value: string | boolean, drop: readonly DefaultKey[]): Step =>
  (source) => {
    const { section, entry } = find(source);
    if (section === undefined) return source.text;
    const rival = RIVALS[key];
    const old =
      entryOf(source, section, key) ??
      (rival && drop.includes(rival) ? entryOf(source, section, rival) : undefined);
    const text = written(source, key, value, old ?? section.items[0] ?? entry);
    return old ? replaceEntry(source, old, text) : addEntry(source, section, text);
  };

const dropKey =
  (key: DefaultKey): Step =>
  (source) => {
    const { section } = find(source);
    const entry = entryOf(source, section, key);
    return section && entry ? removeEntry(source, section, entry) : source.text;
  };

/** A comment on the line of a key, or indented on a line below it; others belong to what follows. */
const COMMENT_WITHIN = /^[^\n]*#|\n[ \t]+#/;

/** Removes the section when nothing is left of it; a comment in it keeps it. */
const withoutEmptySection: Step = (source) => {
  const { top, entry, section } = find(source);
  if (!top || !entry || !(isNothing(source, entry) || section?.items.length === 0)) return source.text;
  const whole = source.text.slice(entry.key.range[0], entry.value?.range[2] ?? entry.key.range[2]);
  return COMMENT_WITHIN.test(whole) ? source.text : removeEntry(source, top, entry);
};

const edited = (source: Source, { set, drop }: DefaultsChange): string => {
  const steps = [
    ...(set.length > 0 ? [withSection] : []),
    ...set.map(([key, value]) => setKey(key, value, drop)),
    ...drop.map(dropKey),
    ...(set.length > 0 ? [] : [withoutEmptySection]),
  ];
  return steps.reduce((text, step) => step({ ...source, text }), source.text);
};

const BOM = /^\uFEFF?/;

/**
 * A configuration text with other defaults; what is not concerned stays byte for byte, comments above a removed key
 * too. Where the text has a form that this cannot handle (aliases, explicit keys) the result is not what was asked for:
 * the caller compares the data.
 */
export const editDefaults = async (text: string, json: boolean, change: DefaultsChange): Promise<string> => {
  const yaml = await import('yaml');
  const mark = BOM.exec(text)?.[0] ?? '';
  return mark + edited({ yaml, json, text: text.slice(mark.length) }, change);
};
