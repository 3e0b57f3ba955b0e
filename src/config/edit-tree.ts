import { addEntry, addOnTop, isSpread, replaceEntry } from './edit-entry.ts';
import {
  asSection,
  type Entry,
  entryOf,
  eolOf,
  indentAt,
  indentUnit,
  type Section,
  type Source,
  startOf,
  topOf,
} from './edit-source.ts';
import { written } from './edit-written.ts';

/** Keys that are to be in a configuration, by section. */
export interface Tree {
  readonly [key: string]: string | boolean | Tree;
}

type Branch = Tree[string];

/** Where new entries come: their indentation, and whether each has a line of its own. */
interface Room {
  readonly indent: string;
  readonly lines: boolean;
}

const isTree = (branch: Branch): branch is Tree => typeof branch === 'object';

/** A key with all that is below it, the first line without indentation. */
const rendered = (
  source: Source,
  key: string,
  branch: Branch,
  like: Entry | undefined,
  room: Room,
): string => {
  if (!isTree(branch)) return written(source, key, branch, like);
  const head = written(source, key, '{}', like).slice(0, -'{}'.length);
  const inner = { ...room, indent: room.indent + indentUnit(source) };
  const entries = Object.entries(branch).map(([name, below]) => rendered(source, name, below, like, inner));
  if (!room.lines) return `${head}{ ${entries.join(', ')} }`;
  const eol = eolOf(source);
  const lines = entries.map((entry) => `${eol}${inner.indent}${entry}`);
  return source.json ? `${head}{${lines.join(',')}${eol}${room.indent}}` : head.trimEnd() + lines.join('');
};

/** Braces on one line stay on one line. */
const roomIn = (source: Source, section: Section | undefined): Room => {
  if (section === undefined) return { indent: '', lines: true };
  const [start] = section.range;
  const first = section.items[0];
  if (first === undefined) {
    return { indent: indentAt(source, start) + indentUnit(source), lines: isSpread(source) };
  }
  const spread = source.text.slice(start, startOf(first)).includes('\n');
  return { indent: indentAt(source, startOf(first)), lines: !section.flow || (source.json && spread) };
};

const isNothing = ({ yaml }: Source, { value }: Entry): boolean =>
  value === null || (yaml.isScalar(value) && value.value === null);

const added = (
  source: Source,
  section: Section | undefined,
  top: boolean,
  key: string,
  branch: Branch,
): string => {
  const room = roomIn(source, section);
  const text = rendered(source, key, branch, section?.items[0], room);
  return top || section === undefined ? addOnTop(source, section, text) : addEntry(source, section, text);
};

const replaced = (source: Source, section: Section, entry: Entry, branch: Branch): string => {
  const key = String((entry.key as { value?: unknown }).value);
  return replaceEntry(
    source,
    entry,
    rendered(source, key, branch, isTree(branch) ? section.items[0] : entry, roomIn(source, section)),
  );
};

/** The text with the first difference to the tree gone; `undefined` when there is none. */
const step = (source: Source, section: Section | undefined, tree: Tree, top: boolean): string | undefined => {
  for (const [key, branch] of Object.entries(tree)) {
    const entry = entryOf(source, section, key);
    if (section === undefined || entry === undefined) return added(source, section, top, key, branch);
    const below = asSection(source, entry.value);
    if (isTree(branch) && below !== undefined) {
      const text = step(source, below, branch, false);
      if (text !== undefined) return text;
    } else if (isTree(branch) ? isNothing(source, entry) : !isSame(source, entry, branch)) {
      return replaced(source, section, entry, branch);
    }
  }
  return undefined;
};

const isSame = ({ yaml }: Source, { value }: Entry, branch: Branch): boolean =>
  yaml.isScalar(value) && value.value === branch;

const BOM = /^\uFEFF?/;
/** More than any tree has entries: a form that cannot be edited ends here. */
const MOST_STEPS = 200;

/**
 * A configuration text with these keys set; what is not concerned stays byte for byte. Where the text has a form that this
 * cannot handle (aliases, explicit keys) the result is not what was asked for: the caller compares the data.
 */
export const editTree = async (text: string, json: boolean, tree: Tree): Promise<string> => {
  const yaml = await import('yaml');
  const mark = BOM.exec(text)?.[0] ?? '';
  let edited = text.slice(mark.length);
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const source = { yaml, json, text: edited };
    const next = step(source, topOf(source), tree, true);
    if (next === undefined || next === edited) break;
    edited = next;
  }
  return mark + edited;
};
