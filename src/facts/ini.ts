/** Properties by section. */
export type Ini = ReadonlyMap<string, ReadonlyMap<string, string>>;

interface Property {
  readonly key: string;
  readonly value: string;
  readonly indented: boolean;
}

const readSection = (line: string): string | undefined => {
  const end = line.indexOf(']');
  return line.startsWith('[') && end > 0 ? line.slice(1, end).trim() : undefined;
};

const readProperty = (line: string): Property | undefined => {
  const equals = line.indexOf('=');
  const key = line.slice(0, Math.max(0, equals)).trim();
  if (key === '' || key.startsWith('#') || key.startsWith(';')) return undefined;
  const value = line.slice(equals + 1).replace(/\s[#;].*$/, '');
  return { key, value: value.trim(), indented: /^\s/.test(line) };
};

/**
 * Reads the format of the AWS config and credentials files (AWS SDKs and Tools Reference Guide). Indented lines
 * below a property without a value are settings nested in it and are left out. Tolerant: a line that is neither
 * a section, a property nor a comment is skipped.
 */
export const parseIni = (content: string): Ini => {
  const sections = new Map<string, Map<string, string>>();
  let current: Map<string, string> | undefined;
  let nested = false;
  // What is cut off a line also takes a carriage return, and a byte order mark.
  for (const line of content.split('\n').map((each) => each.trimEnd())) {
    const section = readSection(line.trimStart());
    const property = readProperty(line);
    if (section !== undefined) {
      current = sections.get(section) ?? new Map();
      sections.set(section, current);
      nested = false;
    } else if (property && !(property.indented && nested)) {
      current?.set(property.key, property.value);
      nested = property.value === '';
    }
  }
  return sections;
};
