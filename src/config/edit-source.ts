import type { Pair, ParsedNode, YAMLMap } from 'yaml';

/** The `yaml` package, which is loaded only for an edit. */
export type Yaml = typeof import('yaml');

/** A section as the parser of the `yaml` package found it in the text; offsets count UTF-16 units. */
export type Section = YAMLMap.Parsed<ParsedNode, ParsedNode | null>;
/** A key of a section with its value. */
export type Entry = Pair<ParsedNode, ParsedNode | null>;

/**
 * A configuration text that is being edited. It is cut and joined at the offsets that the parser tells, never written
 * anew: a document that the package prints loses its author's spacing.
 */
export interface Source {
  readonly yaml: Yaml;
  readonly text: string;
  readonly json: boolean;
}

/** One edit; it returns the new text, and the same text where it does not know how. */
export type Step = (source: Source) => string;

/** The text with the part from `start` to `end` replaced. */
export const splice = ({ text }: Source, start: number, end: number, insertion: string): string =>
  text.slice(0, start) + insertion + text.slice(end);

/** The line end of the file. */
export const eolOf = ({ text }: Source): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** One level of the file's indentation: that of its first indented line. */
export const indentUnit = ({ text }: Source): string => /^([ \t]+)[^\s#]/m.exec(text)?.[1] ?? '  ';

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Where the next line begins. */
const nextLine = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
};

/** Offset at which the key of an entry begins. */
export const startOf = ({ key }: Entry): number => key.range[0];

/** The end of the value; not of its line, which the parser counts in for blocks. */
export const endOf = ({ text }: Source, { key, value }: Entry): number => {
  const end = value?.range[1] ?? key.range[1];
  return text.slice(0, end).trimEnd().length;
};

/** Offsets of the lines that an entry takes, comments behind it included. */
export const linesOf = (source: Source, entry: Entry): readonly [start: number, end: number] => [
  lineStart(source.text, startOf(entry)),
  nextLine(source.text, endOf(source, entry)),
];

/** The white space in front of the line that `offset` is on. */
export const indentAt = ({ text }: Source, offset: number): string =>
  /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? '';

/** The entry of that name; `undefined` where the section has none. */
export const entryOf = (
  { yaml }: Pick<Source, 'yaml'>,
  section: Section | undefined,
  name: string,
): Entry | undefined => section?.items.find(({ key }) => yaml.isScalar(key) && key.value === name);

/** The section that a node is; `undefined` for anything else. */
export const asSection = (
  { yaml }: Pick<Source, 'yaml'>,
  node: ParsedNode | null | undefined,
): Section | undefined => (yaml.isMap(node) ? (node as Section) : undefined);

/** The whole file as a section; `undefined` when it is empty or cannot be parsed. */
export const topOf = (source: Source): Section | undefined => {
  const { contents, errors } = source.yaml.parseDocument(source.text, { logLevel: 'silent' });
  return errors.length === 0 ? asSection(source, contents) : undefined;
};
