import type { Document, LineCounter, Node, Pair, YAMLMap } from 'yaml';
import type { KeyPath } from './problem.ts';

/** Lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where things stand in a YAML or JSON text. */
export interface Places {
  /** The key (or list item) at `path`; where it came through an alias, the nearest key above it. */
  find(path: KeyPath): Position | undefined;
  /** The second of two equal keys in one section. */
  duplicate(): Position | undefined;
}

type Yaml = typeof import('yaml');

const pairOf = (yaml: Yaml, node: unknown, key: string | number): Pair<Node, Node> | undefined =>
  yaml.isMap<Node, Node>(node)
    ? node.items.find((pair) => yaml.isScalar(pair.key) && String(pair.key.value) === key)
    : undefined;

/** Offsets of the keys and items along the path, as far as the text has them. */
const offsets = (yaml: Yaml, document: Document, path: KeyPath): number[] => {
  const found: number[] = [];
  let node: unknown = document.contents;
  for (const key of path) {
    if (yaml.isAlias(node)) node = node.resolve(document);
    const pair = pairOf(yaml, node, key);
    const item = yaml.isSeq(node) && typeof key === 'number' ? node.items[key] : undefined;
    const place = pair?.key ?? item;
    if (!yaml.isNode(place) || !place.range) break;
    found.push(place.range[0]);
    node = pair === undefined ? item : pair.value;
  }
  return found;
};

/** The first key that its section has already; the library's own check compares every key with every other. */
const repeatedIn = (map: YAMLMap): unknown => {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    if (seen.has(String(key))) return key;
    seen.add(String(key));
  }
  return undefined;
};

const repeated = (yaml: Yaml, document: Document): number | undefined => {
  let offset: number | undefined;
  yaml.visit(document, {
    Map: (_key, map) => {
      const key = repeatedIn(map);
      if (!yaml.isNode(key)) return undefined;
      offset = key.range?.[0];
      return yaml.visit.BREAK;
    },
  });
  return offset;
};

const position = (counter: LineCounter, offset: number | undefined): Position | undefined => {
  if (offset === undefined) return undefined;
  const { line, col } = counter.linePos(offset);
  return { line, column: col };
};

/**
 * Parses the text a second time, with positions; only for messages, so the parser is loaded here. Its depth must
 * be known to be small: V8 ends the process when a parser runs out of stack in a regular expression.
 */
export const locate = async (text: string): Promise<Places> => {
  const yaml = await import('yaml');
  const counter = new yaml.LineCounter();
  try {
    const document = yaml.parseDocument(text, {
      lineCounter: counter,
      logLevel: 'silent',
      uniqueKeys: false,
    });
    return {
      find: (path) => position(counter, offsets(yaml, document as Document, path).at(-1)),
      duplicate: () => position(counter, repeated(yaml, document as Document)),
    };
  } catch {
    // A message without a line is better than none.
    return { find: () => undefined, duplicate: () => undefined };
  }
};
