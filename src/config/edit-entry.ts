import {
  type Entry,
  endOf,
  eolOf,
  indentAt,
  indentUnit,
  linesOf,
  type Section,
  type Source,
  splice,
  startOf,
} from './edit-source.ts';
import { isTight } from './edit-written.ts';

/** Only between entries, where every `#` begins a comment. */
const hasComment = (text: string): boolean => text.includes('#');

/** JSON on several lines; a file of nothing but `{}` becomes such a file. */
export const isSpread = ({ text, json }: Source): boolean => json && !/^\s*\{[ \t]*[^\s}]/.test(text);

const fillEmpty = (source: Source, section: Section, entry: string): string => {
  const [start, end] = section.range;
  const inside = source.text.slice(start + 1, end - 1);
  if (hasComment(inside)) return splice(source, start + 1, start + 1, ` ${entry}`);
  if (!isSpread(source)) return splice(source, start, end, source.json ? `{${entry}}` : `{ ${entry} }`);
  const [eol, outer] = [eolOf(source), indentAt(source, start)];
  return splice(source, start, end, `{${eol}${outer}${indentUnit(source)}${entry}${eol}${outer}}`);
};

/** The white space in front of an entry, as the first one has it. */
const gapBefore = (source: Source, section: Section, first: Entry): string => {
  const gap = source.text.slice(section.range[0] + 1, startOf(first));
  if (gap.trim() !== '') return `${eolOf(source)}${indentAt(source, startOf(first))}`;
  return gap === '' && !isTight(source, first) ? ' ' : gap;
};

const addInBraces = (source: Source, section: Section, entry: string): string => {
  const [first, last] = [section.items[0], section.items.at(-1)];
  if (first === undefined || last === undefined) return fillEmpty(source, section, entry);
  const end = endOf(source, last);
  const gap = gapBefore(source, section, first);
  const rest = /^[^\r\n]*/.exec(source.text.slice(end, section.range[1] - 1))?.[0] ?? '';
  if (!gap.includes('\n') || !hasComment(rest)) return splice(source, end, end, `,${gap}${entry}`);
  const comma = rest.trimStart().startsWith(',') ? '' : ',';
  return splice(source, end, end + rest.length, `${comma}${rest}${gap}${entry}`);
};

const addLine = (source: Source, at: number, line: string): string => {
  const eol = eolOf(source);
  const first = at === 0 || source.text[at - 1] === '\n' ? '' : eol;
  return splice(source, at, at, `${first}${line}${eol}`);
};

/** Adds an entry behind the last one of a section. */
export const addEntry = (source: Source, section: Section, entry: string): string => {
  if (section.flow) return addInBraces(source, section, entry);
  const last = section.items.at(-1);
  if (last === undefined) return source.text;
  return addLine(source, linesOf(source, last)[1], `${indentAt(source, startOf(last))}${entry}`);
};

/** Adds an entry to the file itself: as its last line, for the comments behind the last section belong to that one. */
export const addOnTop = (source: Source, top: Section | undefined, entry: string): string => {
  if (top?.flow) return addInBraces(source, top, entry);
  const indent = top?.items[0] === undefined ? '' : indentAt(source, startOf(top.items[0]));
  return addLine(source, source.text.length, `${indent}${entry}`);
};

/** Writes another entry in the place of one; what follows on its line stays. */
export const replaceEntry = (source: Source, entry: Entry, text: string): string =>
  splice(source, startOf(entry), endOf(source, entry), text);

/**
 * Offsets of an entry in braces, with a comma and the white space up to its neighbour. A comment beside it is spared: then
 * the entry alone goes.
 */
const inBraces = (source: Source, section: Section, entry: Entry): readonly [start: number, end: number] => {
  const { text } = source;
  const index = section.items.indexOf(entry);
  const [before, after] = [section.items[index - 1], section.items[index + 1]];
  const [start, end] = [startOf(entry), endOf(source, entry)];
  const from = before ? endOf(source, before) : section.range[0] + 1;
  const to = after ? startOf(after) : section.range[1] - 1;
  const [left, right] = [text.slice(from, start), text.slice(end, to)];
  if (hasComment(after ? right : left) || (!before && hasComment(right)))
    return [start, end + (/^\s*,/.exec(right)?.[0].length ?? 0)];
  if (after) return [start, to];
  return before ? [from, end] : [from, to];
};

/** Takes an entry out of its section; comments above it stay. */
export const removeEntry = (source: Source, section: Section, entry: Entry): string => {
  const [start, end] = section.flow ? inBraces(source, section, entry) : linesOf(source, entry);
  return splice(source, start, end, '');
};
