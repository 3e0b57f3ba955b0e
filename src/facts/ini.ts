/** Properties by section. */
export type Ini = ReadonlyMap<string, ReadonlyMap<string, string>>;

const SECTION = /^\s*\[\s*(?<name>[^\]]*?)\s*\]/;
const PROPERTY = /^(?<key>[^=]+?)\s*=\s*(?<value>.*)$/;

interface Property {
  readonly key: string;
  readonly value: string;
  readonly indented: boolean;
}

const readProperty = (line: string): Property | undefined => {
  const { key, value } = PROPERTY.exec(line.trim())?.groups ?? {};
  if (key === undefined || value === undefined || /^[#;]/.test(key)) return undefined;
  return { key, value: value.replace(/(^|\s)[#;].*$/, '').trim(), indented: /^\s/.test(line) };
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
  for (const line of content.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const section = SECTION.exec(line)?.groups?.name;
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
